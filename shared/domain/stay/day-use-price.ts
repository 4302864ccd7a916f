/** What day use costs: a block of hours at a part of the night's price, each hour more another part; overtime by started hours. */
import type { BusinessDate } from '../../values/index.ts'
import { type DayUseImage, type Hours, minutesOf } from '../booking/day-use.ts'
import type { Clock } from './day-charge.ts'
import type { StayTerms } from './terms.ts'

export type HourPrices = Pick<DayUseImage, 'priceMinor' | 'overtimeMinor'>
type PriceTerms = Pick<StayTerms, 'dayUseHours' | 'dayUsePercent' | 'dayUseHourPercent'>

/**
 * What the hours cost where nobody says otherwise, by the price of a night: in whole units of the currency (`unit` minor
 * ones), half up, and never more than the night itself.
 */
export function proposeHourPrices(
  { from, to }: Hours,
  nightMinor: number,
  terms: PriceTerms,
  unit: number,
): HourPrices {
  const part = (percent: number) => Math.floor((nightMinor * percent) / (100 * unit) + 0.5) * unit
  const hours = Math.ceil((minutesOf(to) - minutesOf(from)) / 60)
  const overtimeMinor = part(terms.dayUseHourPercent)
  const block = part(terms.dayUsePercent) + Math.max(0, hours - terms.dayUseHours) * overtimeMinor
  return { priceMinor: Math.min(block, nightMinor), overtimeMinor }
}

/** The hours begun since `to` of the day; none within the minutes of grace, and none past midnight: that is a night. */
export function overtimeHours(
  to: string,
  day: BusinessDate,
  at: Clock,
  { dayUseGrace }: Pick<StayTerms, 'dayUseGrace'>,
): number {
  const now = at.date > day ? 24 * 60 : minutesOf(at.time)
  const minutes = at.date < day ? 0 : now - minutesOf(to)
  return minutes <= dayUseGrace ? 0 : Math.ceil(minutes / 60)
}

/** What is still to be charged. */
export type DayUseDue = {
  /** Zero where it was charged, or costs nothing. */
  priceMinor: number
  /** Hours begun that were not charged yet, and what they cost. */
  hours: number
  overtimeMinor: number
}

/** What of a day use is not charged yet: `charged` says whether its price was, and how many hours of overtime. */
export function dueOfDayUse(
  dayUse: DayUseImage,
  day: BusinessDate,
  at: Clock,
  terms: Pick<StayTerms, 'dayUseGrace'>,
  charged: { price: boolean; hours: number },
): DayUseDue {
  const begun = dayUse.overtimeMinor === 0 ? 0 : overtimeHours(dayUse.to, day, at, terms)
  const hours = Math.max(0, begun - charged.hours)
  return {
    priceMinor: charged.price ? 0 : dayUse.priceMinor,
    hours,
    overtimeMinor: hours * dayUse.overtimeMinor,
  }
}
