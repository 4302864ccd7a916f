import type { NameOf } from '#db/queries/change/labels.ts'
import { requestImage } from '#db/repositories/request/repository.ts'
import type { RequestRow } from '#db/schema/request.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'

export type RequestView = OutputOf<'booking.get'>['requests'][number]

/** A request as pages read it. */
export function requestView(row: RequestRow, guestId: GuestId, nameOf: NameOf): RequestView {
  const image = requestImage(row)
  const people = { createdBy: nameOf(image.createdBy), statusBy: nameOf(image.statusBy) }
  return { id: row.id, guestId, ...image, ...people, version: row.version }
}
