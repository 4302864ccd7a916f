import { type RequestRow, requestImage } from '#db/repositories/requests.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'

export type RequestView = OutputOf<'booking.get'>['requests'][number]

/** A request as pages read it. */
export function requestView(row: RequestRow, guestId: GuestId): RequestView {
  return { id: row.id, guestId, ...requestImage(row), version: row.version }
}
