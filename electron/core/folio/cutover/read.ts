import { parse } from 'csv-parse/sync'
import { readOpeningStatus } from '#db/queries/folio/cutover.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { alignOpening, openingSheets, readOpening } from '#shared/domain/folio/cutover.ts'
import { type Currency, refuse } from '#shared/values/index.ts'
import { readTableFile } from '../../import/public.ts'
import { reads } from '../../kernel/handler.ts'
import { compareTotals, examineOpening } from './examine.ts'

/** Whether the opening balances stand. */
export const openingStatus = reads('cutover.status', async (db) => {
  const { count, on, others } = await readOpeningStatus(db)
  return { done: count > 0, on: count > 0 ? on : null, postings: count, others }
})

/** Lines as they are pasted from a table or read from a file. */
export const readOpeningText = reads('cutover.readText', (_db, { section, text }, ctx) => {
  const table = tableOf(text)
  if (!table) return refuse('CUTOVER_UNREADABLE')
  const { rows, wrong } = readOpening(section, table, ctx.hotel.currency as Currency)
  const none = { folios: [], deposits: [], items: [], vouchers: [], numbers: [] }
  return { rows: { ...none, [section]: rows } as OutputOf<'cutover.readText'>['rows'], wrong }
})

/** The delimiter is the one that the first line has; a table that is copied from a sheet has tabs. */
function tableOf(text: string): string[][] | null {
  const [head = ''] = text.split(/\r?\n/, 1)
  const delimiter = ['\t', ';', ','].find((one) => head.includes(one)) ?? ','
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true }) as string[][]
  } catch {
    return null
  }
}

/** A table of this section is longer in no hotel; more lines are taken over in two files. */
const mostLines = 5_000

/** Lines out of a file; a head that names no column of the section is a file of something else. */
export const readOpeningFile = reads('cutover.readFile', async (_db, { section, file, sheet }, ctx) => {
  const table = await readTableFile(ctx, { file, sheet, sheetNames: openingSheets[section], mostLines })
  if (!table.ok) return table
  const { name, headings, rows } = table.value
  const { lines, missing } = alignOpening(section, [{ line: 0, cells: headings }, ...rows])
  if (missing.length > 0 || lines[0]?.line === 0)
    return refuse('FILE_COLUMNS_MISSING', { file: name, columns: missing.join(', '), why: section })
  return { lines: lines.map(({ line, cells }) => ({ line, cells: [...cells] })), sheet: table.value.sheet }
})

/** All sums before anything is posted, and all that is wrong. */
export const previewOpening = reads('cutover.preview', async (db, input, ctx) => {
  const { wrong } = await examineOpening(db, ctx, await readChart(db), input)
  return { ledgers: compareTotals(input, input.trial), wrong }
})
