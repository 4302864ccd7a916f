/** What a programme counts of a member's stays, and the tier that counters alone would give. */
import { addDays, addMonths, type BusinessDate, maxDate, minDate, yearOf } from '../../values/index.ts'
import {
  type Counters,
  fulfils,
  type LoyaltyStay,
  noCounters,
  type Period,
  type ProgrammeParameters,
  type Tier,
} from './programme.ts'

/** The half-open qualifying period that a day falls in. `anchor` is the day of joining, or of the last reset. */
export function periodOf(
  parameters: Pick<ProgrammeParameters, 'period'>,
  anchor: BusinessDate,
  date: BusinessDate,
): Period {
  if (parameters.period === 'calendar-year') {
    const year = yearOf(date)
    return { from: `${year}-01-01` as BusinessDate, to: `${year + 1}-01-01` as BusinessDate }
  }
  if (parameters.period === 'rolling-12-months') {
    const to = addDays(date, 1)
    return { from: maxDate(addMonths(to, -12), minDate(anchor, date)), to }
  }
  let years = yearOf(date) - yearOf(anchor)
  if (addMonths(anchor, years * 12) > date) years--
  return { from: addMonths(anchor, years * 12), to: addMonths(anchor, (years + 1) * 12) }
}

/**
 * The period whose stays count for who joins on a day, those before joining too: the calendar year, else the twelve months up
 * to that day. One rule for the tier on joining and for the card from then on.
 */
export function entryPeriod({ period }: Pick<ProgrammeParameters, 'period'>, joinedOn: BusinessDate): Period {
  return period === 'calendar-year'
    ? periodOf({ period }, joinedOn, joinedOn)
    : periodOf({ period: 'rolling-12-months' }, '1900-01-01' as BusinessDate, joinedOn)
}

/** True when the programme counts a stay at all. A no-show never counts; it has a counter of its own. */
export function qualifies(parameters: ProgrammeParameters, stay: LoyaltyStay): boolean {
  const rules = parameters.qualifying
  if (stay.status !== 'checked-out') return false
  if (!rules.anyRate && !stay.qualifyingRate && !stay.freeNight) return false
  if (!rules.anyPayer && !stay.paidByGuest) return false
  if (!rules.freeNights && stay.freeNight) return false
  if (!rules.group && stay.group) return false
  if (stay.roomOfStay > rules.roomsPerStay) return false
  if (rules.channels === 'all') return true
  if ('only' in rules.channels) return rules.channels.only.includes(stay.channel)
  return !rules.channels.except.includes(stay.channel)
}

/** The day a stay belongs to: check-out for a stay, the missed arrival for a no-show. */
export function countingDay(stay: LoyaltyStay): BusinessDate {
  return stay.status === 'no-show' ? stay.arrival : stay.departure
}

/** The day from which a stay is credited: check-out and the programme's delay. It belongs to its check-out. */
export function postingDay(parameters: ProgrammeParameters, stay: LoyaltyStay): BusinessDate {
  if (stay.status === 'no-show') return stay.arrival
  return addDays(stay.departure, parameters.points.postingDelayDays)
}

/** Qualifying points of a stay, without the tier's bonus, which can be spent but doesn't qualify. */
export function basePoints(parameters: ProgrammeParameters, stay: LoyaltyStay): number {
  const { basis, points, perMinor } = parameters.points
  const revenue = basis === 'room' ? stay.roomRevenueMinor : stay.totalRevenueMinor
  return Math.max(0, Math.floor(revenue / perMinor)) * points
}

/** Points that a stay brings a member of a tier: base and bonus, whole points. */
export function earnedPoints(parameters: ProgrammeParameters, stay: LoyaltyStay, tierCode: string): number {
  if (!qualifies(parameters, stay)) return 0
  const base = basePoints(parameters, stay)
  return base + Math.floor((base * (parameters.points.bonusPercent[tierCode] ?? 0)) / 100)
}

/** What one stay adds to the counters. */
export function countStay(parameters: ProgrammeParameters, counted: Counters, stay: LoyaltyStay): void {
  if (stay.status === 'no-show') counted.noShows += 1
  if (!qualifies(parameters, stay)) return
  counted.nights += stay.nights
  counted.stays += stay.roomOfStay === 1 ? 1 : 0
  counted.spend += parameters.spendBasis === 'room' ? stay.roomRevenueMinor : stay.totalRevenueMinor
  counted.points += basePoints(parameters, stay)
}

/** The counters of the stays whose day is in a half-open period. */
export function qualifyingCounters(
  parameters: ProgrammeParameters,
  stays: readonly LoyaltyStay[],
  period: Period,
): Counters {
  const counted = noCounters()
  for (const stay of stays) {
    const day = countingDay(stay)
    if (day >= period.from && day < period.to) countStay(parameters, counted, stay)
  }
  return counted
}

/** True when there are more no-shows than the programme allows in one period. */
export function overNoShowCap(parameters: ProgrammeParameters, counted: Counters): boolean {
  return parameters.noShowCap !== null && counted.noShows > parameters.noShowCap
}

/** The highest tier whose entry the counters fulfil; the first when none, or with too many no-shows. */
export function tierFor(parameters: ProgrammeParameters, counted: Counters): Tier {
  const first = parameters.tiers[0]
  if (!first) throw new RangeError('a programme has at least one tier')
  if (overNoShowCap(parameters, counted)) return first
  return parameters.tiers.findLast((tier) => tier.entry !== null && fulfils(tier.entry, counted)) ?? first
}
