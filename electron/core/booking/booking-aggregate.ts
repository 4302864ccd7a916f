import type { Writer } from '#db/handles.ts'
import { hasFolio } from '#db/queries/folio/stands-on.ts'
import { firstOfHouse } from '#db/queries/house/stands-on.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import {
  deleteBooking,
  insertBooking,
  loadBooking,
  updateBooking,
} from '#db/repositories/booking/repository.ts'
import { readRequestsOf } from '#db/repositories/request/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { noArrivalTerms } from '#shared/domain/booking/hold.ts'
import type { BookingId, Refused } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'
import type { Facts } from './facts.ts'
import { checkTaken } from './stock.ts'
import { checkBookingBack } from './undo-rules.ts'

/** A booking with its nights and companions. Nights that come to life or move are checked, by undo too. */
export const bookingAggregate: Aggregate<BookingImage, Facts> = {
  entity: 'booking',
  unknown: 'BOOKING_UNKNOWN',
  load: (tx, id) => loadBooking(tx, id as BookingId),
  settle: (image) => ({ ...noArrivalTerms, ...image }),
  save: async (tx, id, before, after) => {
    const bookingId = id as BookingId
    if (!after) await deleteBooking(tx, bookingId)
    else if (before) await updateBooking(tx, bookingId, before, after)
    else await insertBooking(tx, bookingId, after)
  },
  check: async (tx, _ctx, id, before, after, facts) => {
    if (!after)
      return (
        (await foliosOn(tx, id)) ??
        (await requestsOn(tx, id as BookingId)) ??
        (await hoursOn(tx, id as BookingId)) ??
        houseOn(tx, id as BookingId)
      )
    return checkTaken(tx, id as BookingId, before, after, facts?.roomTypes)
  },
  checkBack: checkBookingBack,
  bookingOf: (id) => id as BookingId,
}

/** Money that was posted for it keeps a booking, also where the folio is closed. */
async function foliosOn(tx: Writer, id: number): Promise<Refused<'STANDS_ON'> | null> {
  return (await hasFolio(tx, [id])) ? dependentExists('folio') : null
}

/** Requests made later keep a booking: its own, copied from preferences, are taken back before it. */
async function requestsOn(tx: Writer, id: BookingId): Promise<Refused<'STANDS_ON'> | null> {
  const requests = await readRequestsOf(tx, id)
  return requests.length > 0 ? dependentExists('request') : null
}

/** Hours that were given later do so too: those of its making are taken back before it. */
async function hoursOn(tx: Writer, id: BookingId): Promise<Refused<'STANDS_ON'> | null> {
  return (await dayUses.load(tx, id)) ? dependentExists('day-use') : null
}

/** So does what the house keeps for it. */
async function houseOn(tx: Writer, id: BookingId): Promise<Refused<'STANDS_ON'> | null> {
  const kind = await firstOfHouse(tx, [id])
  return kind === null ? null : dependentExists(kind)
}
