import { readUserNames } from '#db/queries/change/labels.ts'
import { readPlaceAt } from '#db/queries/change/moment.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { isCalledOff } from '#shared/domain/booking/booking.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { wholeGuest } from '#shared/domain/guest/whole.ts'
import { refuse } from '#shared/values/index.ts'
import { readThen, withRelated } from '../change/public.ts'
import { reads } from '../kernel/handler.ts'
import { membershipsThen, membershipViews } from '../loyalty/public.ts'
import { viewOfThen } from '../request/public.ts'
import { bookingsThen } from './bookings-then.ts'
import { guestView } from './profile.ts'

/** A guest as known at an earlier moment, with what hung on the guest then. */
export const guestAsOf = reads('guest.asOf', async (db, { id, at }, ctx) => {
  const found = await loadGuest(db, id)
  const then = await readThen(db, ctx, { entity: 'guest', id, at, now: found?.image ?? null })
  if (!then.ok) {
    const isUnknown = then.refusal.code === 'NOT_THERE_YET' && then.refusal.params.since === ''
    return isUnknown ? refuse('GUEST_UNKNOWN', { id }) : then
  }
  const { image, version, asOf } = then.value
  // An import's guest without a name is in no change: of them the tables alone say since when they are on file
  const since = asOf.last
    ? null
    : (await readPlaceAt(db, (image as Partial<GuestImage>).createdAt ?? '')).businessDate
  if (since && since > asOf.businessDate) return refuse('NOT_THERE_YET', { at, since })
  const nameOf = await readUserNames(db)
  const bookings = await bookingsThen(db, id, at)
  const { memberships, unreadable, changes } = await membershipsThen(db, id, at)
  return {
    guest: guestView(id, version, wholeGuest(image as Partial<GuestImage>), nameOf),
    bookings: bookings.rows,
    bookingsLeftOut: bookings.leftOut,
    requests: bookings.requests.map(({ booking, ...request }) => ({
      ...viewOfThen(request, id, nameOf),
      arrival: booking.arrival,
      confirmationNo: booking.confirmationNo,
      calledOff: isCalledOff(booking.status),
    })),
    memberships: await membershipViews(db, memberships, nameOf),
    unreadable: [...bookings.unreadable, ...unreadable].sort((a, b) => a - b),
    asOf: await withRelated(db, ctx, { asOf, at }, [...bookings.changes, ...changes]),
  }
})
