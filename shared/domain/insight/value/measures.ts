import type { SharedFacts } from '../facts/catalogue.ts'
import type { History } from '../facts/history.ts'
import { statusOn, thenCompleted, thenInHouse } from '../facts/known-then.ts'
import { inOnePiece } from '../facts/one-piece.ts'
import { totalOn } from '../facts/revenue.ts'
import type { ValueSettings } from '../settings/value.ts'
import { needs } from './classes.ts'
import { needOfRule, needRuleOf, type StayFacts } from './need.ts'

/** What value and course need of each guest beside the facts, a row for each row of the fact table. */
export type Measures = {
  /** What was given free or better than paid, at the costs of the settings; 0 where these are not known. */
  costMinor: Float64Array
  cost12Minor: Float64Array
  /** Total revenue less cost of stays that ended in the last three years, per year. */
  yearlyMinor: Float64Array
  staysPrior12: Uint16Array
  awayBefore: Float64Array
  inHouse: Uint8Array
  /** The stay in house began by the end of the one before, and is one with it. */
  continues: Uint8Array
  /** Place in `needs` plus 1; 0: not known. */
  need: Uint8Array
}

const measureColumns = {
  costMinor: Float64Array,
  cost12Minor: Float64Array,
  yearlyMinor: Float64Array,
  staysPrior12: Uint16Array,
  awayBefore: Float64Array,
  inHouse: Uint8Array,
  continues: Uint8Array,
  need: Uint8Array,
} as const

const YEAR = 365
const YEARS_LOOKED_AT = 3

/** Goes through all bookings that were completed by the date of the facts. */
export function measureGuests(
  history: History,
  facts: SharedFacts,
  settings: ValueSettings,
  pulse: (done: number, total: number) => void = () => undefined,
): Measures {
  const { count } = facts
  const measures: Measures = inOnePiece(count, measureColumns)
  const measure = measurerOf(history, facts, settings, measures)
  for (let row = 0; row < count; row++) {
    measure(row)
    if (row % 50_000 === 0) pulse(row, count)
  }
  return measures
}

function measurerOf(history: History, facts: SharedFacts, settings: ValueSettings, out: Measures) {
  const { bookings, from } = history
  const { day } = facts
  const given = settings.costs.givenNightMinor ?? 0
  const upgraded = settings.costs.upgradedStayMinor ?? 0
  const needOf = needReader(history, settings)
  const counts = new Int32Array(needs.length + 1)
  return (row: number) => {
    const g = facts.place[row] as number
    counts.fill(0)
    let lastNeed = 0
    let recent = 0
    let end = Number.NEGATIVE_INFINITY
    let hereFrom = Number.POSITIVE_INFINITY
    for (let b = from[g] as number; b < (from[g + 1] as number); b++) {
      const then = statusOn(bookings, b, day)
      if (then === thenInHouse) {
        out.inHouse[row] = 1
        hereFrom = Math.min(hereFrom, bookings.arrival[b] as number)
        countReturn(out, row, end, bookings.arrival[b] as number, day)
      }
      if (then !== thenCompleted) continue
      const arrival = bookings.arrival[b] as number
      const departure = bookings.departure[b] as number
      const cost =
        (bookings.sold[b] === 0 ? given * (departure - arrival) : 0) +
        (bookings.upgraded[b] as number) * upgraded
      out.costMinor[row] = (out.costMinor[row] as number) + cost
      if (departure > day - YEAR) out.cost12Minor[row] = (out.cost12Minor[row] as number) + cost
      if (departure > day - YEARS_LOOKED_AT * YEAR) recent += totalOn(history, b, day) - cost
      if (arrival > end) {
        countPrior(out, row, end, day)
        countReturn(out, row, end, arrival, day)
      }
      end = Math.max(end, departure)
      const need = needOf(b)
      counts[need] = (counts[need] as number) + 1
      if (need > 0 && (lastNeed === 0 || (counts[need] as number) >= (counts[lastNeed] as number)))
        lastNeed = need
    }
    countPrior(out, row, end, day)
    out.continues[row] = hereFrom <= end ? 1 : 0
    out.need[row] = lastNeed
    const years = Math.min(YEARS_LOOKED_AT, Math.max(1, (facts.numbers.tenure[row] as number) / YEAR))
    out.yearlyMinor[row] = Number.isNaN(years) ? 0 : Math.round(recent / years)
  }
}

/** Counts a stay by its end: one of two bookings that touch may have begun in the twelve months before. */
function countPrior(out: Measures, row: number, end: number, day: number): void {
  if (end > day - 2 * YEAR && end <= day - YEAR) out.staysPrior12[row] = (out.staysPrior12[row] as number) + 1
}

/** Notes how long a guest was away before a stay of the last twelve months. */
function countReturn(out: Measures, row: number, end: number, arrival: number, day: number): void {
  if (end === Number.NEGATIVE_INFINITY || arrival <= day - YEAR) return
  out.awayBefore[row] = Math.max(out.awayBefore[row] as number, arrival - end)
}

/** The need of a booking by its place in the history. */
function needReader({ bookings, words }: History, { need }: ValueSettings): (b: number) => number {
  const stay: StayFacts = {
    nights: 0,
    lead: 0,
    adults: 0,
    children: 0,
    segment: '',
    channel: '',
    hasCompany: false,
    hasWeekend: false,
  }
  return (b) => {
    const arrival = bookings.arrival[b] as number
    const departure = bookings.departure[b] as number
    stay.nights = departure - arrival
    stay.lead = arrival - (bookings.createdOn[b] as number)
    stay.adults = bookings.adults[b] as number
    stay.children = bookings.children[b] as number
    stay.segment = words.segment[bookings.segment[b] as number] ?? ''
    stay.channel = words.channel[bookings.channel[b] as number] ?? ''
    stay.hasCompany = (bookings.company[b] as number) > 0
    stay.hasWeekend = hasWeekendNight(arrival, departure)
    const rule = needRuleOf(stay, need)
    return rule ? needs.indexOf(needOfRule[rule]) + 1 : 0
  }
}

const FRIDAY = 5

/** Day 0 was a Thursday. */
function hasWeekendNight(arrival: number, departure: number): boolean {
  for (let night = arrival; night < Math.min(departure, arrival + 7); night++) {
    const weekday = (((night + 4) % 7) + 7) % 7
    if (weekday === FRIDAY || weekday === FRIDAY + 1) return true
  }
  return false
}
