import type { Reader, Writer } from '#db/handles.ts'
import type { StayFacts } from '#db/queries/folio/stay.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { readOriginsOf } from '#db/repositories/folio/ledger.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { type DayUseImage, isDayUse } from '#shared/domain/booking/day-use.ts'
import type { CodeRole } from '#shared/domain/folio/chart.ts'
import { type DayUseDue, dueOfDayUse } from '#shared/domain/stay/day-use-price.ts'
import { type BookingId, type PostingId, refuse } from '#shared/values/index.ts'
import { dayUseOrigin } from '../booking/public.ts'
import { postByRole } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { stayTerms } from './settings.ts'

/** What of a day use is due now, with its hours; `charged`: how many hours of overtime were before. */
export type DueDayUse = {
  dayUse: DayUseImage
  due: DayUseDue
  charged: number
  time: string
  posted: boolean
}

const roles: readonly CodeRole[] = ['day-use', 'room']

/** What of a booking's hours is not charged yet by the time it is now; null where it has none. */
export async function readDueDayUse(
  db: Reader,
  ctx: Context,
  id: BookingId,
  booking: BookingImage,
): Promise<DueDayUse | null> {
  const found = isDayUse(booking) ? await dayUses.load(db, id) : null
  if (!found) return null
  const origins = await readOriginsOf(db, dayUseOrigin(id))
  const posted = origins.includes(dayUseOrigin(id))
  const charged = origins.reduce((sum, origin) => sum + hoursIn(origin), 0)
  const at = hotelClock(ctx)
  // Nobody stays longer than booked before they came
  const terms = await stayTerms.read(db)
  const paid = { price: posted, hours: booking.status === 'confirmed' ? Number.MAX_SAFE_INTEGER : charged }
  const due = dueOfDayUse(found.image, booking.arrival, at, terms, paid)
  return { dayUse: found.image, due, charged, time: at.time, posted }
}

/** The hours that an origin of overtime is of: from the first that was not charged to the last begun. */
function hoursIn(origin: string): number {
  const [, from, to] = /:(\d+)-(\d+)$/.exec(origin) ?? []
  return from === undefined ? 0 : Number(to) - Number(from)
}

/** As the pages show it. */
export function dayUseView({ dayUse, due, time, posted }: DueDayUse) {
  const { from, to, priceMinor } = dayUse
  const { hours, overtimeMinor } = due
  return {
    from,
    to,
    priceMinor,
    posted,
    hours,
    overtimeMinor,
    chargeMinor: due.priceMinor + overtimeMinor,
    time,
  }
}

/** Charges the hours that were booked, once, and those of overtime that were not charged yet. */
export async function postDayUse(tx: Writer, ctx: Context, stay: StayFacts, booking: BookingImage) {
  const found = await readDueDayUse(tx, ctx, stay.id, booking)
  if (!found || found.due.priceMinor + found.due.overtimeMinor === 0)
    return found?.posted ? refuse('FEE_POSTED') : refuse('FEE_NOT_DUE', { status: booking.status })
  const { dayUse, due, charged, time } = found
  const origin = dayUseOrigin(stay.id)
  const parts = [
    { amountMinor: due.priceMinor, text: `${dayUse.from}–${dayUse.to}`, origin },
    {
      amountMinor: due.overtimeMinor,
      text: `${dayUse.to}–${time}`,
      origin: `${origin}:${charged}-${charged + due.hours}`,
    },
  ]
  const changes: Change[] = []
  let postingId = 0 as PostingId
  for (const part of parts) {
    if (part.amountMinor === 0) continue
    const posted = await postByRole(tx, ctx, stay, { roles, ...part })
    if (!('done' in posted)) return posted
    changes.push(...posted.changes)
    postingId = posted.output.postingId
  }
  return done({ postingId, amountMinor: due.priceMinor + due.overtimeMinor }, changes)
}
