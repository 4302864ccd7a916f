import type { Reader } from '#db/handles.ts'
import { readRoomTypes } from '#db/queries/room/rooms.ts'
import {
  type BudgetFile,
  columnsIn,
  missingColumns,
  readBudgetRows,
} from '#shared/domain/report/budget-file.ts'
import { type Currency, minorDigits, ok, type Result, refuse } from '#shared/values/index.ts'
import { readTableFile, type TableTrouble } from '../../import/public.ts'
import type { Context } from '../../kernel/context.ts'

export type FileAsked = { file: string; sheet?: string | undefined; year: number }

type FileCode = TableTrouble['code'] | 'FILE_COLUMNS_MISSING'
export type BudgetRead = BudgetFile & { lines: number; sheets: string[]; sheet: string }

/** A year of every segment of every type of a large house has fewer lines. */
const mostLines = 12_000

/** Reads a budget from a file that was handed over, and keeps nothing. */
export async function readBudgetFile(
  db: Reader,
  ctx: Context,
  { file: token, sheet, year }: FileAsked,
): Promise<Result<BudgetRead, FileCode>> {
  const file = await readTableFile(ctx, { file: token, sheet, mostLines })
  if (!file.ok) return file
  const { name, headings, rows, sheets, sheet: read } = file.value
  const columns = columnsIn(headings)
  const missing = missingColumns(columns)
  if (missing.length > 0) return refuse('FILE_COLUMNS_MISSING', { file: name, columns: missing.join(', ') })
  const types = (await readRoomTypes(db)).map(({ id, code, name_en, name_zh }) => ({
    id,
    words: [code, name_en, name_zh].filter((word) => word !== ''),
  }))
  const rules = { year, types, minorDigits: minorDigits(ctx.hotel.currency as Currency) }
  const budget = readBudgetRows(columns, rows, rules)
  return ok({ ...budget, lines: rows.length, sheets, sheet: read })
}
