import type { ChangeRow } from '#db/queries/change/changes.ts'
import type { NameOf } from '#db/queries/change/labels.ts'
import { noAnswers, type RequestImage } from '#shared/domain/request/image.ts'
import type { GuestId, RequestId } from '#shared/values/index.ts'
import { thenOfEach } from '../change/public.ts'
import type { RequestView } from './view.ts'

/** A request as it was, and how often it was written by then. */
export type RequestThen = { id: RequestId; image: RequestImage; version: number }

/** The requests of then in changes of bookings (readChangesOfBookings), the oldest first, and the changes that can't be read. */
export function requestsThen(
  rows: readonly ChangeRow[],
  at: string,
): { requests: RequestThen[]; unreadable: number[] } {
  const { images, unreadable } = thenOfEach(
    rows.filter(({ entity }) => entity === 'request'),
    at,
  )
  const requests = [...images].map(([id, { image, version }]) => ({
    id: id as RequestId,
    // What was erased
    image: { text: '', reason: null, ...noAnswers, ...image } as RequestImage,
    version,
  }))
  return { requests: requests.sort((a, b) => a.id - b.id), unreadable }
}

/** A request of then as pages read it. */
export function viewOfThen(
  { id, image, version }: RequestThen,
  guestId: GuestId,
  nameOf: NameOf,
): RequestView {
  const people = { createdBy: nameOf(image.createdBy), statusBy: nameOf(image.statusBy) }
  return { id, guestId, ...image, ...people, version }
}
