import { readBudgetCells } from '#db/queries/report/budget.ts'
import { readFirstNight } from '#db/queries/report/dashboard.ts'
import { type BudgetMonth, spreadBudget } from '#shared/domain/report/budget-days.ts'
import type { DaySums } from '#shared/domain/report/dashboard.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { addDays, type BusinessDate, businessDateOf, maxDate, minDate, yearOf } from '#shared/values/index.ts'
import { readNights } from './house.ts'
import type { ReportDesk } from './report.ts'

/** Holidays move by up to a month: so much more than the year before shapes a budget. */
const moved = 40

/** From when on the days that a hotel has lived shape the budget of a year. */
export function livedFrom(year: number): BusinessDate {
  return addDays(businessDateOf(`${year - 1}-01-01`), -moved)
}

/** What was sold on the days that the hotel has lived, from the first that shapes a budget that is asked for. */
export type Lived = {
  first: BusinessDate | null
  sold: ReadonlyMap<BusinessDate, Pick<DaySums, 'roomsSold' | 'roomRevenue'>>
}

/** What shapes the budgets of the years that a period touches. */
export function readLived(desk: ReportDesk, { from, to }: Period): Lived {
  const begin = livedFrom(yearOf(from))
  const end = minDate(desk.source.today, businessDateOf(`${yearOf(addDays(to, -1)) + 1}-01-01`))
  const rows = begin < end ? readNights(desk, { from: begin, to: end, by: ['day'], where: [] }) : []
  return {
    first: readFirstNight(desk.store, desk.source),
    sold: new Map(rows.map((row) => [row.keys[0] as BusinessDate, row])),
  }
}

/**
 * The months of a year's budget over their days; null where the year has none. A day's budget is the same in every report and for
 * every period: what shapes it goes by the year alone.
 */
export function readBudgetYear(
  desk: Pick<ReportDesk, 'store' | 'source' | 'country'>,
  year: number,
  { first, sold }: Lived,
): BudgetMonth[] | null {
  const cells = readBudgetCells(desk.store, year)
  if (!cells) return null
  const to = minDate(desk.source.today, businessDateOf(`${year + 1}-01-01`))
  const from = minDate(maxDate(first ?? to, livedFrom(year)), to)
  const figures = [...sold].flatMap(([day, { roomsSold, roomRevenue }]) =>
    day >= from && day < to ? [[day, { nights: roomsSold, revenueMinor: roomRevenue }] as const] : [],
  )
  return spreadBudget({ cells }, year, { known: { from, to }, sold: new Map(figures) }, desk.country)
}

/**
 * What is budgeted for each day of the years that a period touches. Null where none of the years has a budget; days of a year
 * without one are missing. Rooms available are not budgeted.
 */
export function readBudgetDays(
  desk: Pick<ReportDesk, 'store' | 'source' | 'country'>,
  { from, to }: Period,
  lived: Lived,
): Map<BusinessDate, DaySums> | null {
  const budget = new Map<BusinessDate, DaySums>()
  for (let year = yearOf(from); year <= yearOf(addDays(to, -1)); year++)
    for (const month of readBudgetYear(desk, year, lived) ?? [])
      for (const { day, nights, revenueMinor } of month.days)
        budget.set(day, { day, roomsSold: nights, roomRevenue: revenueMinor, roomsAvailable: null })
  return budget.size === 0 ? null : budget
}
