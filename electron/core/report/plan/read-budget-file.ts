import type { Reader } from '#db/handles.ts'
import { readRoomTypes } from '#db/queries/room/rooms.ts'
import {
  type BudgetFile,
  type BudgetFileRow,
  columnsIn,
  missingColumns,
  readBudgetRows,
} from '#shared/domain/report/budget-file.ts'
import { type Currency, minorDigits, ok, type Result, refuse } from '#shared/values/index.ts'
import { openTable, surveyOf, type Table, type TableTrouble, troubleOf } from '../../import/public.ts'
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
  const file = ctx.files.take(token)
  if (!file) return refuse('FILE_UNKNOWN')
  const refused = ({ code, params }: TableTrouble) => refuse(code, { file: file.name, ...params })
  const survey = await surveyOf(file)
  if ('code' in survey) return refused(survey)
  const table = await openTable(file.path, survey, sheet)
  if ('code' in table) return refused(table)
  const columns = columnsIn(table.headings)
  const missing = missingColumns(columns)
  if (missing.length > 0) {
    await table.rows.return(undefined)
    return refuse('FILE_COLUMNS_MISSING', { file: file.name, columns: missing.join(', ') })
  }
  const rows = await rowsOf(table)
  if ('code' in rows) return refused(rows)
  const types = (await readRoomTypes(db)).map(({ id, code, name_en, name_zh }) => ({
    id,
    words: [code, name_en, name_zh].filter((word) => word !== ''),
  }))
  const rules = { year, types, minorDigits: minorDigits(ctx.hotel.currency as Currency) }
  const read = readBudgetRows(columns, rows, rules)
  return ok({ ...read, lines: rows.length, sheets: table.sheets, sheet: table.sheet })
}

async function rowsOf(table: Table): Promise<BudgetFileRow[] | TableTrouble> {
  const rows: BudgetFileRow[] = []
  try {
    for await (const batch of table.rows) {
      rows.push(...batch.map(({ line, cells }) => ({ line, cells })))
      if (rows.length > mostLines) return { code: 'FILE_TOO_LARGE', params: { lines: mostLines } }
    }
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) return trouble
    throw error
  } finally {
    await table.rows.return(undefined)
  }
  return rows
}
