import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { extendedByADay, movedByADay } from '#shared/domain/audit/later-arrival.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type BookingId, type BusinessDate, type Refused, refuse } from '#shared/values/index.ts'
import { changeInSteps } from '../booking/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { onEach } from './each.ts'

/** Arrivals come on the next day. */
export const moveArrivals = writes('audit.moveArrivals', (tx, ctx, { bookings, keepNights, reason }) =>
  onEach(tx, bookings, (one) =>
    changeDatesOf(tx, ctx, one, reason, (image) =>
      image.status === 'confirmed' && image.arrival <= ctx.businessDate
        ? movedByADay(image, ctx.businessDate, keepNights)
        : refuse('NOT_AWAITED', { status: image.status }),
    ),
  ),
)

/** Guests who were due out stay for a night more. */
export const extendStays = writes('audit.extendStays', (tx, ctx, { bookings, reason }) =>
  onEach(tx, bookings, (one) =>
    changeDatesOf(tx, ctx, one, reason, (image) =>
      image.status === 'in-house' && image.departure <= ctx.businessDate
        ? extendedByADay(image, ctx.businessDate)
        : refuse('NOT_DUE_OUT', { status: image.status }),
    ),
  ),
)

type Dates = { arrival: BusinessDate; departure: BusinessDate }

/** By the planner of bookings, as the desk changes dates by hand: availability, rights and wishes are its own. */
async function changeDatesOf<C extends string>(
  tx: Writer,
  ctx: Context,
  { id, version }: { id: BookingId; version: number },
  reason: string | undefined,
  datesOf: (image: BookingImage) => Dates | Refused<C>,
) {
  const found = await loadBooking(tx, id)
  if (!found) return refuse('BOOKING_UNKNOWN', { id })
  const dates = datesOf(found.image)
  if ('refusal' in dates) return dates
  return changeInSteps(
    tx,
    ctx,
    { id, version, steps: [{ kind: 'dates', ...dates, keepRates: true }] },
    reason,
  )
}
