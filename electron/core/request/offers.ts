import type { Reader, Writer } from '#db/handles.ts'
import { readDeclinedWishes } from '#db/queries/request/declined.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { readRequestsOf, requestImage } from '#db/repositories/request/repository.ts'
import type { OutputOf, RefusalOf } from '#shared/contract/index.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { mayBecomePreference, preferenceOfWish, proposalsOf } from '#shared/domain/request/as-preference.ts'
import type { RequestImage } from '#shared/domain/request/image.ts'
import { type BookingId, type GuestId, ok, refuse } from '#shared/values/index.ts'
import { guestAggregate, withPreference } from '../guest/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { requestAggregate } from './request-aggregate.ts'

type Code = RefusalOf<'request.answerOffer'>

/** Wishes of a booking that were met, to be proposed to its guest as preferences. */
export async function preferenceOffers(
  db: Reader,
  bookingId: BookingId,
  guestId: GuestId,
): Promise<OutputOf<'stay.reviewCheckOut'>['offers']> {
  const guest = await guestAggregate.load(db as Writer, guestId)
  if (!guest) return []
  const rows = await readRequestsOf(db, bookingId)
  const requests = rows.map((row) => ({ ...requestImage(row), id: row.id, version: row.version }))
  const declined = (await readDeclinedWishes(db, guestId)) as Pick<RequestImage, 'kind' | 'text'>[]
  return proposalsOf(requests, Object.values(guest.image.preferences), declined).map(
    ({ request: { id, version }, ...proposal }) => ({ id, version, ...proposal }),
  )
}

/** What was answered when a wish was proposed: taken, it is a preference from now on; declined, it is not proposed again. */
export const answerOffer = writes('request.answerOffer', async (tx, ctx, { id, version, action }) => {
  const found = await requestAggregate.load(tx, id)
  if (!found) return refuse('REQUEST_UNKNOWN', { id })
  const { image } = found
  const kept = mayBecomePreference(image) ? preferenceOfWish(image) : null
  if (!kept) return refuse('OFFER_NOT_POSSIBLE', { status: image.status })
  const answered = await edit<RequestImage, Code>(tx, ctx, requestAggregate, id, version, (wish) =>
    ok({ ...wish, asPreference: action }),
  )
  if (!('done' in answered) || action === 'declined') return answered
  const taken = await take(tx, ctx, image.bookingId, kept)
  if (!('done' in taken)) return taken
  const changes: Change[] = [...taken.changes, ...answered.changes]
  return done(answered.output, changes)
})

async function take(
  tx: Writer,
  ctx: Context,
  bookingId: BookingId,
  kept: NonNullable<ReturnType<typeof preferenceOfWish>>,
) {
  const booking = await loadBooking(tx, bookingId)
  if (!booking) throw new Error(`a request without its booking ${bookingId}`)
  const { guestId } = booking.image
  const version = (await guestAggregate.load(tx, guestId))?.version ?? 0
  return edit<GuestImage, Code>(tx, ctx, guestAggregate, guestId, version, (guest) =>
    withPreference(tx, ctx, guest, { ...kept, source: 'stay' }),
  )
}
