import {
  addMonths,
  type BusinessDate,
  businessDateOf,
  dayFrom,
  FIRST_YEAR,
  LAST_YEAR,
  monthLength,
  toDayNumber,
  yearOf,
} from '../../../values/business-date.ts'
import type { DayTerm } from './rule.ts'

/** The furthest that a term looks back, in its own unit: the years that a hotel has to do with. */
export const maxAgo = { day: 36_500, month: 1_200, year: 100 } as const

/** The day that a term means as of a day; null where the years of a calendar end. */
export function dayOfTerm(term: DayTerm, asOf: BusinessDate): BusinessDate | null {
  if ('on' in term) return term.on
  if ('ago' in term) {
    if (term.unit === 'day') return dayFrom(asOf, -term.ago)
    const months = term.unit === 'month' ? term.ago : term.ago * 12
    return yearOf(asOf) - Math.ceil(months / 12) < FIRST_YEAR ? null : addMonths(asOf, -months)
  }
  const year = yearOf(asOf) + term.year
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  return businessDateOf(
    `${year}-${two(term.month)}-${two(Math.min(term.day, monthLength(year, term.month)))}`,
  )
}

/** First and last day of a span, as day numbers; a bound that is open or beyond the calendar does not bind. */
export function spanOf(
  { from, to }: { from: DayTerm | null; to: DayTerm | null },
  asOf: BusinessDate,
): { from: number; to: number } {
  const first = from && dayOfTerm(from, asOf)
  const last = to && dayOfTerm(to, asOf)
  return { from: first ? toDayNumber(first) : -Infinity, to: last ? toDayNumber(last) : Infinity }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
