/**
 * When guests of the demo hotel come, how long before they book, how long they stay and what a night costs then.
 * Days are day numbers (days since 1970-01-01).
 */
import { dayOf, fromDayNumber, monthOf, weekdayOf } from '../../../../shared/values/index.ts'
import type { Random } from './random.ts'

/** January to December: little around the Spring Festival, much in spring, summer and October. */
const MONTHS = [0.8, 0.78, 0.98, 1.06, 1.06, 1, 1.1, 1.12, 1.02, 1.14, 1, 0.86]
/** Sunday to Saturday. */
const WORKING = [1.15, 1.28, 1.25, 1.17, 1, 0.6, 0.55]
const PLEASURE = [0.7, 0.7, 0.7, 0.75, 0.95, 1.75, 1.45]
const WORKING_SHARE = 0.56

/** No booking is made earlier. */
export const LONGEST_LEAD = 330

export type DayOfDemand = {
  /** Arrivals against those of a mean day. */
  weight: number
  /** Share of them that come for work. */
  working: number
  /** Price against the mean price. */
  price: number
}

/** What is wanted on a day. */
export function demandOn(day: number): DayOfDemand {
  const date = fromDayNumber(day)
  const weekday = weekdayOf(date)
  const month = monthOf(date)
  const festival = isFestival(month, dayOf(date))
  const season = (MONTHS[month - 1] as number) * (festival ? 1.2 : 1)
  const work = WORKING_SHARE * (WORKING[weekday] as number) * (festival ? 0.4 : 1)
  const pleasure = (1 - WORKING_SHARE) * (PLEASURE[weekday] as number) * (festival ? 1.8 : 1)
  return {
    weight: season * (work + pleasure),
    working: work / (work + pleasure),
    price: (0.55 + 0.45 * season) * (weekday === 5 || weekday === 6 ? 1.12 : 1) * (festival ? 1.25 : 1),
  }
}

/** The weeks of 1 May and 1 October. */
function isFestival(month: number, day: number): boolean {
  return (month === 5 && day <= 5) || (month === 10 && day <= 7)
}

/** How long before: on the day itself, a few days, weeks, months. Shares and mean days. */
const LEADS = [
  { share: 0.1, mean: 0.35 },
  { share: 0.38, mean: 6 },
  { share: 0.37, mean: 22 },
  { share: 0.15, mean: 60 },
] as const

/** Share of an arrival day's bookings that is made at least so many days before. */
export function bookedBefore(days: number): number {
  if (days <= 0) return 1
  return LEADS.reduce((sum, { share, mean }) => sum + share * Math.exp(-days / mean), 0)
}

/** Days from the booking to the arrival, at least `atLeast` (what is made later is not known yet). */
export function leadTime(random: Random, atLeast: number): number {
  const least = Math.max(0, atLeast)
  const shares = LEADS.map(({ share, mean }) => share * Math.exp(-least / mean))
  let at = random.next() * shares.reduce((sum, share) => sum + share, 0)
  const kind = LEADS.find((_, i) => (at -= shares[i] as number) < 0) ?? LEADS[3]
  return Math.min(LONGEST_LEAD, Math.floor(least + random.exponential(kind.mean)))
}

/** Nights of a stay around a mean; some stay for weeks. */
export function nightsOfStay(random: Random, mean: number, working: boolean): number {
  if (random.chance(0.004)) return random.between(12, 28)
  const own = Math.max(1.02, mean * (working ? 0.9 : 1.08))
  return Math.min(21, 1 + random.geometric(1 / own))
}

/** Fairs and congresses fill the town now and then, and one is soon: there is a waiting list for it. */
function fairOn(day: number, today: number): number {
  if (day === today + 12) return 8
  return day % 47 === 0 || day % 47 === 1 ? 1.8 : 1
}

/** How many bookings arrive on each day from `first` on, `total` in all; later than `today` those made by then. */
export function arrivalsByDay(random: Random, first: number, today: number, total: number): Int32Array {
  const days = today - first + LONGEST_LEAD
  const weights = new Float64Array(days)
  let sum = 0
  for (let i = 0; i < days; i++) {
    const day = first + i
    const growth = 1 + (0.03 * i) / 365
    const noise = Math.exp(0.12 * random.normal())
    weights[i] = demandOn(day).weight * growth * noise * fairOn(day, today) * bookedBefore(day - today)
    sum += weights[i] as number
  }
  const counts = new Int32Array(days)
  let reached = 0
  let given = 0
  for (let i = 0; i < days; i++) {
    reached += weights[i] as number
    const upTo = i === days - 1 ? total : Math.round((reached / sum) * total)
    counts[i] = upTo - given
    given = upTo
  }
  return counts
}
