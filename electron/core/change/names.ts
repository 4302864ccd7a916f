import type { Reader } from '#db/handles.ts'
import { type NameOf, readUserNames } from '#db/queries/change/labels.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { scheduleActor } from '../kernel/itself.ts'

/** Whom a row of the log names: users by their names, the program in words where it did something by itself. */
export async function readActorNames(db: Reader, language: Language): Promise<NameOf> {
  const nameOf = await readUserNames(db)
  return (login) => (login === scheduleActor ? words(language, 'change.automatic') : nameOf(login))
}

type Image = Record<string, unknown> | null
type Row = { before: Image; after: Image }

/** Fields of a booking or of a rate plan that mean somebody by an id. */
const meaning: Readonly<Record<string, 'guest' | 'account'>> = {
  guestId: 'guest',
  bookerId: 'guest',
  agencyId: 'account',
  companyId: 'account',
  accountId: 'account',
}

/** The guests and accounts that a row of the log means by their ids: `guest:12`, `account:3`. */
export function meantBy({ before, after }: Row): string[] {
  return [...new Set([...idsIn(before), ...idsIn(after)])]
}

function idsIn(image: Image): string[] {
  if (image === null) return []
  const companions = image.companions
  return [
    ...Object.entries(meaning).flatMap(([field, kind]) =>
      typeof image[field] === 'number' ? [`${kind}:${image[field]}`] : [],
    ),
    ...(typeof companions === 'object' && companions !== null
      ? Object.keys(companions).map((id) => `guest:${id}`)
      : []),
  ]
}
