import type { Writer } from '#db/dialect/connection.ts'
import { readAccounts, readGuestsOnFile, readPlans, readRooms, readTypes } from '#db/queries/booking-facts.ts'
import { deleteBooking, insertBooking, loadBooking, updateBooking } from '#db/repositories/bookings.ts'
import { readRequestsOf } from '#db/repositories/requests.ts'
import type { BookingImage } from '#shared/domain/booking.ts'
import type { AccountId, BookingId, GuestId, RatePlanId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import type { Aggregate } from '../aggregate.ts'
import { type Refused, refused } from '../outcome.ts'
import { known } from './facts.ts'
import { checkTaken } from './stock.ts'

/** A booking with its nights and companions. Nights that come to life or move are checked, by undo too. */
export const bookingAggregate: Aggregate<BookingImage> = {
  entity: 'booking',
  unknown: 'BOOKING_UNKNOWN',
  load: (tx, id) => loadBooking(tx, id as BookingId),
  save: async (tx, id, before, after) => {
    const bookingId = id as BookingId
    if (!after) await deleteBooking(tx, bookingId)
    else if (before) await updateBooking(tx, bookingId, before, after)
    else await insertBooking(tx, bookingId, after)
  },
  check: async (tx, _ctx, id, before, after) => {
    if (!after) return standsOn(tx, id as BookingId)
    const missing = before ? null : await missingFor(tx, after)
    if (missing) return refused('STANDS_ON', { what: missing })
    const wrong = await checkTaken(tx, id as BookingId, before, after)
    return wrong ? refused(wrong.refusal.code, wrong.refusal.params) : null
  },
  bookingOf: (id) => id as BookingId,
}

/** Requests made later keep a booking: its own, copied from preferences, are taken back before it. */
async function standsOn(tx: Writer, id: BookingId): Promise<Refused | null> {
  const requests = await readRequestsOf(tx, id)
  return requests.length > 0 ? refused('STANDS_ON', { what: 'request', count: requests.length }) : null
}

/** What a booking that comes back names and is no longer on file; null when all of it is there. */
async function missingFor(tx: Writer, image: BookingImage): Promise<string | null> {
  const nights = Object.values(image.nights)
  const companions = Object.keys(image.companions).map((guest) => Number(guest) as GuestId)
  const wanted = {
    guest: known<GuestId>([image.guestId, image.bookerId, ...companions]),
    'room-type': known<RoomTypeId>([
      image.roomTypeId,
      image.chargedRoomTypeId,
      ...nights.map((night) => night.roomTypeId),
    ]),
    room: known<RoomId>(nights.map((night) => night.roomId)),
    'rate-plan': known<RatePlanId>([image.ratePlanId]),
    account: known<AccountId>([image.agencyId, image.companyId]),
  }
  const found = {
    guest: (await readGuestsOnFile(tx, wanted.guest)).size,
    'room-type': (await readTypes(tx, wanted['room-type'])).size,
    room: (await readRooms(tx, wanted.room)).size,
    'rate-plan': (await readPlans(tx, wanted['rate-plan'])).size,
    account: (await readAccounts(tx, wanted.account)).size,
  }
  for (const [what, ids] of Object.entries(wanted)) {
    if (found[what as keyof typeof found] < ids.length) return what
  }
  return null
}
