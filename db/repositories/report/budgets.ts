import {
  type BudgetCell,
  type BudgetImage,
  type BudgetLevel,
  cellKey,
  cellsOf,
} from '#shared/domain/report/budget.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { preparedInsert } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The budget of a year, which is its id; null where there is none. */
export async function loadBudget(db: Reader, year: number) {
  const row = await readWith(db)
    .selectFrom('budgets')
    .select(['level', 'version'])
    .where('id', '=', year)
    .executeTakeFirst()
  if (!row) return null
  const cells = (await readWith(db)
    .selectFrom('budget_cells')
    .select(['month', 'room_type_id as roomTypeId', 'segment', 'nights', 'revenue_minor as revenueMinor'])
    .where('year', '=', year)
    .execute()) as BudgetCell[]
  const image: BudgetImage = {
    level: row.level as BudgetLevel,
    cells: Object.fromEntries(
      cells
        .map(({ nights, revenueMinor, ...cell }) => [cellKey(cell), { nights, revenueMinor }] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
  return { image, version: row.version }
}

/** The years that have a budget. */
export async function readBudgetYears(db: Reader): Promise<number[]> {
  return (await readWith(db).selectFrom('budgets').select('id').orderBy('id').execute()).map(({ id }) => id)
}

const insertCells = preparedInsert('budget_cells', [
  'year',
  'month',
  'room_type_id',
  'segment',
  'nights',
  'revenue_minor',
])

/** Writes a year's budget and raises its version; `before` null inserts it, `after` null deletes it. */
export async function saveBudget(
  tx: Writer,
  year: number,
  before: BudgetImage | null,
  after: BudgetImage | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('budgets').where('id', '=', year).execute()
    return
  }
  if (before)
    await db
      .updateTable('budgets')
      .set((row) => ({ level: after.level, version: row('version', '+', 1) }))
      .where('id', '=', year)
      .execute()
  else await db.insertInto('budgets').values({ id: year, level: after.level, version: 1 }).execute()
  await db.deleteFrom('budget_cells').where('year', '=', year).execute()
  await insertCells(
    tx,
    cellsOf(after).map(({ month, roomTypeId, segment, nights, revenueMinor }) => ({
      year,
      month,
      room_type_id: roomTypeId,
      segment,
      nights,
      revenue_minor: revenueMinor,
    })),
  )
}
