import type { Reader } from '#db/handles.ts'
import { readStay } from '#db/queries/folio/stay.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { readStandingOf } from '#db/repositories/folio/ledger.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { CodeRole } from '#shared/domain/folio/chart.ts'
import {
  type Clock,
  type DayCharge,
  type DayChargeKind,
  earlyCharge,
  lateCharge,
} from '#shared/domain/stay/day-charge.ts'
import type { StayImage } from '#shared/domain/stay/stay.ts'
import { type BookingId, type BusinessDate, refuse } from '#shared/values/index.ts'
import { postByRole } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { done } from '../kernel/outcome.ts'
import { postDayUse } from './day-use-charge.ts'
import { stayTerms } from './settings.ts'

/** A charge by the clock, and whether it was posted. */
export type DueCharge = DayCharge & { time: string; posted: boolean }

/** The codes that it is charged by: a hotel whose chart has none of its own charges it as room. */
const rolesOf: { [kind in DayChargeKind]: readonly CodeRole[] } = {
  'early-arrival': ['early-arrival', 'room'],
  'late-departure': ['late-departure', 'room'],
}

/** What is due of one kind: for who has come already by the time of the check-in, else by the time it is now. */
export async function readDueCharge(
  db: Reader,
  ctx: Context,
  kind: DayChargeKind,
  id: BookingId,
  booking: BookingImage,
  stay: StayImage | null,
): Promise<DueCharge> {
  const terms = await stayTerms.read(db)
  const posted = (await readStandingOf(db, originOf(id, kind))) !== null
  if (kind === 'late-departure') {
    const at = hotelClock(ctx)
    return { ...lateCharge(booking, at, ctx.businessDate, terms), time: at.time, posted }
  }
  const { at, on } = cameAt(ctx, stay)
  return { ...earlyCharge(booking, at, on, terms), time: at.time, posted }
}

function cameAt(ctx: Context, stay: StayImage | null): { at: Clock; on: BusinessDate } {
  if (!stay?.checkedInAt || !stay.checkedInOn) return { at: hotelClock(ctx), on: ctx.businessDate }
  return { at: hotelClock({ moment: stay.checkedInAt, hotel: ctx.hotel }), on: stay.checkedInOn }
}

/** Charges what an early arrival, a late departure or day use costs, once for a booking and kind; overtime as it is begun. */
export const postCharge = writes('stay.postCharge', async (tx, ctx, { id, kind }) => {
  const booking = await loadBooking(tx, id)
  const stay = await readStay(tx, id, ctx.businessDate)
  if (!booking || !stay) return refuse('BOOKING_UNKNOWN', { id })
  const { status } = booking.image
  const right = status === 'in-house' || (kind !== 'late-departure' && status === 'confirmed')
  if (!right) return refuse('FEE_NOT_DUE', { status })
  if (kind === 'day-use') return postDayUse(tx, ctx, stay, booking.image)
  const due = await readDueCharge(tx, ctx, kind, id, booking.image, (await loadStay(tx, id))?.image ?? null)
  if (due.chargeMinor === 0) return refuse('FEE_NOT_DUE', { status })
  const posted = await postByRole(tx, ctx, stay, {
    roles: rolesOf[kind],
    amountMinor: due.chargeMinor,
    text: due.time,
    origin: originOf(id, kind),
  })
  if (!('done' in posted)) return posted
  return done({ ...posted.output, amountMinor: due.chargeMinor }, posted.changes)
})

/** What a charge by the clock is posted by, once. */
function originOf(id: BookingId, kind: DayChargeKind): string {
  return `stay:${id}:${kind}`
}
