import type { Reader, Writer } from '#db/handles.ts'
import { readTypes } from '#db/queries/booking/facts.ts'
import { loadBudget, readBudgetYears, saveBudget as writeBudget } from '#db/repositories/report/budgets.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import {
  type BudgetCell,
  type BudgetImage,
  type BudgetLevel,
  budgetImage,
  cellsOf,
} from '#shared/domain/report/budget.ts'
import { ok, type RoomTypeId, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../../kernel/aggregate.ts'
import type { Context } from '../../kernel/context.ts'
import { reads, writes, writesAfter } from '../../kernel/handler.ts'
import { changeOf, conflict, done } from '../../kernel/outcome.ts'
import { askWorker } from '../running.ts'
import type { BudgetAsked } from './budget-tasks.ts'
import { type FileAsked, readBudgetFile } from './read-budget-file.ts'

type Cells = OutputOf<'budget.get'>['cells']

/** The budget of a year, which is its id. */
export const budgetAggregate: Aggregate<BudgetImage> = {
  entity: 'budget',
  unknown: 'BUDGET_UNKNOWN',
  load: loadBudget,
  save: writeBudget,
  check: async (tx, _ctx, _id, _before, after) => {
    if (!after) return null
    const types = [...new Set(cellsOf(after).map(({ roomTypeId }) => roomTypeId))].filter((id) => id > 0)
    const known = await readTypes(tx, types as RoomTypeId[])
    const strange = types.find((id) => !known.has(id as RoomTypeId))
    return strange === undefined ? null : refuse('ROOM_TYPE_UNKNOWN', { id: strange })
  },
}

export const getBudget = reads('budget.get', async (db, { year }) => {
  const found = await loadBudget(db, year)
  return {
    year,
    level: found?.image.level ?? 'house',
    cells: (found ? cellsOf(found.image) : []) as Cells,
    version: found?.version ?? 0,
    years: await readBudgetYears(db),
  }
})

export const saveBudget = writes('budget.save', (tx, ctx, { year, version, level, cells }) =>
  writeCells(tx, ctx, { year, version, level, cells }),
)

export const deleteBudget = writes('budget.delete', async (tx, _ctx, { year, version }) => {
  const found = await loadBudget(tx, year)
  if (!found) return refuse('BUDGET_UNKNOWN', { year })
  if (found.version !== version) return conflict('budget', year)
  await writeBudget(tx, year, found.image, null)
  return done({}, changeOf('budget', year, found.image, null))
})

/** What a year brought, counted by the worker: a large house has a hundred thousand nights in it. */
export const readActual = reads('budget.readActual', async (_db, { year, level }, ctx) => {
  const asked: BudgetAsked = { year, level, today: ctx.businessDate }
  const found = await askWorker<OutputOf<'budget.readActual'>>(ctx, 'budget.actual', asked)
  return found.ok ? found.value : found
})

/** At most so many wrong lines are shown. */
const mostWrong = 100

export const readFile = reads('budget.readFile', async (db, input, ctx) => {
  const found = await readBudgetFile(db, ctx, input)
  if (!found.ok) return found
  const { wrong, cells, ...rest } = found.value
  return { ...rest, cells: cells as Cells, wrong: wrong.slice(0, mostWrong), wrongLines: wrong.length }
})

/** The file is read before the transaction begins; a wrong line leaves the budget as it was. */
export const importBudget = writesAfter(
  'budget.import',
  (db: Reader, input: FileAsked, ctx) => readBudgetFile(db, ctx, input),
  (tx, ctx, { year, version }, file) => {
    if (!file.ok) return file
    const { level, cells, wrong } = file.value
    const [first] = wrong
    if (first) return refuse('BUDGET_LINES_WRONG', { lines: wrong.length, first: first.line })
    return writeCells(tx, ctx, { year, version, level, cells })
  },
)

type Typed = { year: number; version: number; level: BudgetLevel; cells: readonly BudgetCell[] }

async function writeCells(tx: Writer, ctx: Context, { year, version, level, cells }: Typed) {
  const image = budgetImage(level, cells)
  if (!image.ok) return image
  if (await loadBudget(tx, year))
    return edit<BudgetImage, 'BUDGET_CELL_INVALID' | 'ROOM_TYPE_UNKNOWN'>(
      tx,
      ctx,
      budgetAggregate,
      year,
      version,
      () => ok(image.value),
    )
  if (version !== 0) return conflict('budget', year)
  return create<BudgetImage, 'BUDGET_CELL_INVALID' | 'ROOM_TYPE_UNKNOWN'>(
    tx,
    ctx,
    budgetAggregate,
    year,
    image.value,
  )
}
