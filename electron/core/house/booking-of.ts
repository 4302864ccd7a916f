import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { type BookingImage, isEnded } from '#shared/domain/booking/booking.ts'
import { type Clock, clockOfHouse } from '#shared/domain/house/wake-call.ts'
import { type BookingId, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'

/** The booking that something of the house is for; null where it is for none. */
export async function bookingFor(
  tx: Writer,
  id: BookingId | null,
): Promise<BookingImage | null | Refused<'BOOKING_UNKNOWN'>> {
  if (id === null) return null
  return (await loadBooking(tx, id))?.image ?? refuse('BOOKING_UNKNOWN', { id })
}

/** A booking whose guest is in house or may still come. */
export async function guestToCome(
  tx: Writer,
  id: BookingId,
): Promise<BookingImage | Refused<'BOOKING_UNKNOWN' | 'BOOKING_ENDED'>> {
  const image = (await loadBooking(tx, id))?.image
  if (!image) return refuse('BOOKING_UNKNOWN', { id })
  return isEnded(image.status) ? refuse('BOOKING_ENDED', { status: image.status }) : image
}

/** The hotel's own day and time. */
export function clockOf(ctx: Pick<Context, 'moment' | 'hotel' | 'businessDate'>): Clock {
  return clockOfHouse(hotelClock(ctx), ctx.businessDate)
}
