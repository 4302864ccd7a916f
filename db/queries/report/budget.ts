import { type BudgetImage, cellKey } from '#shared/domain/report/budget.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

type CellRow = { month: number; room_type_id: number; segment: string; nights: number; revenue_minor: number }

/** The cells of a year's budget; null where the year has none. */
export function readBudgetCells(store: LongReader, year: number): BudgetImage['cells'] | null {
  const rows = rawOf(store)
    .prepare('select month, room_type_id, segment, nights, revenue_minor from budget_cells where year = ?')
    .all(year) as CellRow[]
  if (rows.length === 0) return null
  return Object.fromEntries(
    rows.map(({ month, room_type_id, segment, nights, revenue_minor }) => [
      cellKey({ month, roomTypeId: room_type_id as RoomTypeId, segment }),
      { nights, revenueMinor: revenue_minor },
    ]),
  )
}
