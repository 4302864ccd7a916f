/** What a stay costs beside its nights, by the clock. Of day use see day-use-price.ts. */
import { addDays, type BusinessDate } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'
import { chargeOfPart, type DayPart, partOfEarly, partOfLate, type StayTerms } from './terms.ts'

export const dayChargeKinds = ['early-arrival', 'late-departure'] as const
export type DayChargeKind = (typeof dayChargeKinds)[number]

/** The hotel's own day and time, HH:MM. */
export type Clock = { date: BusinessDate; time: string }

/** A part of a night and what it costs, minor units. */
export type DayCharge = { part: DayPart; chargeMinor: number }

type Nights = Pick<BookingImage, 'arrival' | 'departure' | 'nights'>

/**
 * What coming at `at` costs, by the rate of the first night: only on the hotel's own day of arrival. After midnight and before
 * the close it is a late arrival of the day before.
 */
export function earlyCharge(
  { arrival, nights }: Nights,
  at: Clock,
  businessDate: BusinessDate,
  terms: StayTerms,
): DayCharge {
  const first = nights[arrival]
  const isEarly = first !== undefined && at.date === arrival && businessDate === at.date
  const part = isEarly ? partOfEarly(at.time, terms) : 'none'
  return { part, chargeMinor: chargeOfPart(part, first?.rateMinor ?? 0) }
}

/** What leaving at `at` costs, by the rate of the last night: on the day of departure by the clock, a day later a whole night. */
export function lateCharge(
  { departure, nights }: Nights,
  at: Clock,
  businessDate: BusinessDate,
  terms: StayTerms,
): DayCharge {
  const last = Object.keys(nights).sort().at(-1) as BusinessDate | undefined
  if (last === undefined || businessDate < departure) return { part: 'none', chargeMinor: 0 }
  const part: DayPart = at.date > departure ? 'full' : partOfLate(at.time, terms)
  return { part, chargeMinor: chargeOfPart(part, nights[last]?.rateMinor ?? 0) }
}

/**
 * The night that the clock is still in while its business date is closed already (凌晨房); null where it is not asked: before
 * the close such an arrival is a late one of that night, and from `smallHoursUntil` on it is an early one of the day.
 */
export function nightJustClosed(
  arrival: BusinessDate,
  at: Clock,
  businessDate: BusinessDate,
  terms: StayTerms,
): BusinessDate | null {
  const asked = at.date === businessDate && arrival === businessDate && at.time < terms.smallHoursUntil
  return asked ? addDays(businessDate, -1) : null
}
