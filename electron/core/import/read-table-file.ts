import { ok, type Result, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { surveyOf } from './read-once.ts'
import type { TableRow } from './source/csv.ts'
import type { Survey, TableTrouble } from './source/survey.ts'
import { openTable, type Table, troubleOf } from './source/table.ts'

export type TableFileAsk = {
  /** What was handed over. */
  file: string
  /** Of a workbook; without it the one that looks most like a table, or that has one of the names. */
  sheet?: string | undefined
  sheetNames?: readonly string[]
  /** A longer file is refused. */
  mostLines: number
}

export type TableFile = {
  name: string
  headings: string[]
  rows: TableRow[]
  sheets: string[]
  sheet: string
}

/** Reads a small table whole from a file that was handed over, and keeps nothing. */
export async function readTableFile(
  ctx: Context,
  { file: token, sheet, sheetNames = [], mostLines }: TableFileAsk,
): Promise<Result<TableFile, TableTrouble['code']>> {
  const file = ctx.files.take(token)
  if (!file) return refuse('FILE_UNKNOWN')
  const refused = ({ code, params }: TableTrouble) => refuse(code, { file: file.name, ...params })
  const survey = await surveyOf(file)
  if ('code' in survey) return refused(survey)
  const table = await openNamed(file.path, survey, sheet, sheetNames)
  if ('code' in table) return refused(table)
  const rows = await rowsOf(table, mostLines)
  if ('code' in rows) return refused(rows)
  return ok({ name: file.name, headings: table.headings, rows, sheets: table.sheets, sheet: table.sheet })
}

async function openNamed(
  path: string,
  survey: Survey,
  sheet: string | undefined,
  names: readonly string[],
): Promise<Table | TableTrouble> {
  const table = await openTable(path, survey, sheet)
  if ('code' in table || sheet !== undefined) return table
  const named = table.sheets.find((one) => names.includes(one.trim().toLowerCase()))
  if (named === undefined || named === table.sheet) return table
  await table.rows.return(undefined)
  return openTable(path, survey, named)
}

async function rowsOf(table: Table, mostLines: number): Promise<TableRow[] | TableTrouble> {
  const rows: TableRow[] = []
  try {
    for await (const batch of table.rows) {
      rows.push(...batch)
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
