/** A budget's months spread over their days, by the shape of last year. */
import {
  addMonths,
  type BusinessDate,
  businessDateOf,
  nightsBetween,
  nightsOf,
  shareOut,
  weekdayOf,
} from '../../values/index.ts'
import { type BudgetFigures, type BudgetImage, budgetTotals, months } from './budget.ts'
import { counterpartsOf } from './compare.ts'
import type { Period } from './period.ts'

/**
 * What a month is spread by: the same festival days and weekdays of last year; the mean of each weekday over the days that are
 * known, where the hotel has no such month of last year; evenly, where it has nothing at all.
 */
export const spreads = ['last-year', 'weekdays', 'even'] as const
export type SpreadBy = (typeof spreads)[number]

/** What was sold on the days that the hotel has lived: `known` begins with its first day and ends with the business date. */
export type LivedDays = {
  known: Period
  sold: ReadonlyMap<BusinessDate, BudgetFigures>
}

export type BudgetDay = BudgetFigures & { day: BusinessDate }
export type BudgetMonth = { month: number; by: SpreadBy; days: readonly BudgetDay[] }

/**
 * Every month of a year's budget by day; the days of a month are exactly the month. Nights follow last year's nights, revenue
 * last year's revenue.
 */
export function spreadBudget(
  image: Pick<BudgetImage, 'cells'>,
  year: number,
  lived: LivedDays,
  country: string,
): BudgetMonth[] {
  const totals = budgetTotals(image).months
  const means = weekdayMeans(lived)
  return months.map((month) => {
    const figures = totals.get(month) ?? { nights: 0, revenueMinor: 0 }
    return { month, ...spreadMonth(monthSpan(year, month), figures, lived, means, country) }
  })
}

/** The days of a month, half-open. */
export function monthSpan(year: number, month: number): Period {
  const from = businessDateOf(`${year}-${String(month).padStart(2, '0')}-01`)
  return { from, to: addMonths(from, 1) }
}

function spreadMonth(
  span: Period,
  { nights, revenueMinor }: BudgetFigures,
  lived: LivedDays,
  means: readonly BudgetFigures[] | null,
  country: string,
): { by: SpreadBy; days: BudgetDay[] } {
  const days = nightsOf(span.from, span.to)
  const ways: [SpreadBy, readonly BudgetFigures[] | null][] = [
    ['last-year', shapeOfLastYear(span, lived, country)],
    ['weekdays', means && days.map((day) => means[weekdayOf(day)] ?? nothing)],
    ['even', days.map(() => ({ nights: 1, revenueMinor: 1 }))],
  ]
  for (const [by, shape] of ways) {
    if (!shape) continue
    const ofNights = shareOut(
      nights,
      shape.map((day) => day.nights),
    )
    const ofRevenue = shareOut(
      revenueMinor,
      shape.map((day) => day.revenueMinor),
    )
    if (!ofNights || !ofRevenue) continue
    return {
      by,
      days: days.map((day, at) => ({ day, nights: ofNights[at] ?? 0, revenueMinor: ofRevenue[at] ?? 0 })),
    }
  }
  throw new Error(`no shape for the month from ${span.from}`)
}

const nothing: BudgetFigures = { nights: 0, revenueMinor: 0 }

/** Null where the hotel has not lived every day that the month is held against. */
function shapeOfLastYear(span: Period, { known, sold }: LivedDays, country: string): BudgetFigures[] | null {
  const { pairs } = counterpartsOf(span, 'festival', country)
  const isKnown = pairs.every(({ against }) => against >= known.from && against < known.to)
  return isKnown && pairs.length === nightsBetween(span.from, span.to)
    ? pairs.map(({ against }) => sold.get(against) ?? nothing)
    : null
}

/** A weekday's mean in thousandths, so that shares of it stay whole numbers; null where a weekday was never lived. */
function weekdayMeans({ known, sold }: LivedDays): BudgetFigures[] | null {
  const sums = Array.from({ length: 7 }, () => ({ days: 0, nights: 0, revenueMinor: 0 }))
  for (const day of nightsOf(known.from, known.to)) {
    const sum = sums[weekdayOf(day)]
    const figures = sold.get(day) ?? nothing
    if (!sum) continue
    sum.days++
    sum.nights += figures.nights
    sum.revenueMinor += figures.revenueMinor
  }
  if (sums.some(({ days }) => days === 0)) return null
  return sums.map(({ days, nights, revenueMinor }) => ({
    nights: Math.round((nights * 1000) / days),
    revenueMinor: Math.round((revenueMinor * 1000) / days),
  }))
}
