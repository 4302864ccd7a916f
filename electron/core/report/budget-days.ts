import { readBudgetCells } from '#db/queries/report/budget.ts'
import { spreadBudget } from '#shared/domain/report/budget-days.ts'
import type { DaySums } from '#shared/domain/report/dashboard.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { type BusinessDate, maxDate, yearOf } from '#shared/values/index.ts'
import type { ReportDesk } from './report.ts'

/**
 * What is budgeted for each day of the years that the period touches, spread by the days that the hotel has lived. Null where none
 * of the years has a budget; days of a year without one are missing. Rooms available are not budgeted.
 */
export function readBudgetDays(
  desk: Pick<ReportDesk, 'store' | 'source' | 'country'>,
  days: ReadonlyMap<BusinessDate, DaySums>,
  first: BusinessDate | null,
  period: Period,
): Map<BusinessDate, DaySums> | null {
  const { today } = desk.source
  const sold = new Map(
    [...days].map(([day, { roomsSold, roomRevenue }]) => [
      day,
      { nights: roomsSold, revenueMinor: roomRevenue },
    ]),
  )
  const from = first === null ? today : maxDate(first, period.from)
  const lived = { known: { from: from < today ? from : today, to: today }, sold }
  const budget = new Map<BusinessDate, DaySums>()
  for (let year = yearOf(period.from); year <= yearOf(period.to); year++) {
    const cells = readBudgetCells(desk.store, year)
    if (!cells) continue
    for (const month of spreadBudget({ cells }, year, lived, desk.country))
      for (const { day, nights, revenueMinor } of month.days)
        budget.set(day, { day, roomsSold: nights, roomRevenue: revenueMinor, roomsAvailable: null })
  }
  return budget.size === 0 ? null : budget
}
