import { readBudgetCells } from '#db/queries/report/budget.ts'
import type { Where } from '#db/queries/report/cube.ts'
import { type BudgetLine, cellsOf, sumCells } from '#shared/domain/report/budget.ts'
import type { DaySums } from '#shared/domain/report/dashboard.ts'
import { type DimensionName, timeDimensions } from '#shared/domain/report/dimensions.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import { type BusinessDate, nightsOf, shareOut, yearOf } from '#shared/values/index.ts'
import { readBudgetDays, readLived } from './budget-days.ts'
import type { AgainstSums } from './counterpart.ts'
import { emptyHouse, type HouseSums } from './house.ts'
import type { ReportDesk } from './report.ts'

/**
 * What was budgeted, by the dimension that rows are cut by: time, or room type or segment where the budget is divided so. Null
 * for a row of which a day has no budget, and for everything where the report is filtered.
 */
export function readAgainstBudget(
  desk: ReportDesk,
  by: DimensionName,
  where: readonly Where[],
  read: Read,
): AgainstSums {
  const nothing = { of: () => null, total: null, keys: [] }
  if (where.length > 0) return { ...nothing, notes: [{ code: 'budgetUnfiltered', params: {} }] }
  const period = read.period as Period
  const house = readBudgetDays(desk, period, readLived(desk, period))
  if (!house) return { ...nothing, notes: [{ code: 'noBudget', params: {} }] }
  const days = nightsOf(period.from, period.to)
  const total = sumBudget(house, days)
  if ((timeDimensions as readonly string[]).includes(by)) {
    const groups = Map.groupBy(days, (day): Cell => timeKey(by, day, desk.starts))
    return { of: (key) => sumBudget(house, groups.get(key) ?? []), total, keys: [], notes: [] }
  }
  const parts = divideBudget(desk, house, days, by)
  if (parts.size === 0)
    return { ...nothing, total, notes: [{ code: 'budgetUndivided', params: { by: `reportColumn.${by}` } }] }
  if (!total) return { ...nothing, notes: [] }
  return { of: (key) => parts.get(key) ?? null, total, keys: [...parts.keys()], notes: [] }
}

/**
 * What the period has of each month's budget, divided among the types or segments as the whole month is: spread by itself over days,
 * each part would be rounded apart from the house, and a part of a month would not add up. Empty where the budget is not divided so.
 */
function divideBudget(
  desk: ReportDesk,
  house: ReadonlyMap<BusinessDate, DaySums>,
  days: readonly BusinessDate[],
  by: DimensionName,
): Map<Cell, HouseSums> {
  const partOf = ({ roomTypeId, segment }: BudgetLine): Cell =>
    by === 'roomType' ? roomTypeId || null : by === 'segment' ? segment || null : null
  const parts = new Map<Cell, HouseSums>()
  const years = new Map(
    [...new Set(days.map(yearOf))].map((year) => [
      year,
      cellsOf({ cells: readBudgetCells(desk.store, year) ?? {} }),
    ]),
  )
  for (const [month, of] of Map.groupBy(days, (day) => day.slice(0, 7))) {
    const own = years.get(Number(month.slice(0, 4)))?.filter((cell) => cell.month === Number(month.slice(5)))
    const divided = [...sumCells(own ?? [], partOf)].filter(([key]) => key !== null)
    const whole = sumBudget(house, of) ?? emptyHouse
    const nights = shareOut(
      whole.roomsSold,
      divided.map(([, figures]) => figures.nights),
    )
    const revenue = shareOut(
      whole.roomRevenue,
      divided.map(([, figures]) => figures.revenueMinor),
    )
    for (const [at, [key]] of divided.entries()) {
      const sums = parts.get(key) ?? { ...emptyHouse }
      parts.set(key, sums)
      sums.roomsSold += nights?.[at] ?? 0
      sums.roomRevenue += revenue?.[at] ?? 0
    }
  }
  return parts
}

function sumBudget(
  budget: ReadonlyMap<BusinessDate, DaySums>,
  days: readonly BusinessDate[],
): HouseSums | null {
  const sums = { ...emptyHouse }
  for (const day of days) {
    const planned = budget.get(day)
    if (!planned) return null
    sums.roomsSold += planned.roomsSold
    sums.roomRevenue += planned.roomRevenue
  }
  return sums
}
