import { type BudgetCell, type BudgetImage, cellKey } from '#shared/domain/report/budget.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

/** The cells of a year's budget; null where the year has none. */
export function readBudgetCells(store: LongReader, year: number): BudgetImage['cells'] | null {
  const rows = rawOf(store)
    .prepare(
      `select month, room_type_id as roomTypeId, segment, nights, revenue_minor as revenueMinor
       from budget_cells where year = ?`,
    )
    .all(year) as BudgetCell[]
  if (rows.length === 0) return null
  return Object.fromEntries(
    rows.map(({ nights, revenueMinor, ...cell }) => [cellKey(cell), { nights, revenueMinor }]),
  )
}
