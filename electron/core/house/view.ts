import type { NameOf } from '#db/queries/change/labels.ts'
import type { Whose } from '#db/queries/house/list.ts'
import { bothNames } from '#shared/domain/name/name.ts'

/** Whose a thing is, as pages read it. */
export function whoseView({ guestId, confirmationNo, roomNumber, ...names }: Whose) {
  const { nativeName, familyName, givenName } = names
  const known = bothNames({
    nativeName: nativeName ?? '',
    familyName: familyName ?? '',
    givenName: givenName ?? '',
  })
  return { guestId, confirmationNo, roomNumber, ...known }
}

type Signed = { createdAt: string; createdBy: string; statusAt: string; statusBy: string }

/** Who made it and who moved it last, by what they are called. */
export function signedView<I extends Signed>(image: I, nameOf: NameOf): I {
  return { ...image, createdBy: nameOf(image.createdBy), statusBy: nameOf(image.statusBy) }
}
