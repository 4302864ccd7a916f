import type { ImportSummary } from '#shared/contract/import.ts'
import { type TestBook, type TestCell, type TestSheet, workbookOf } from '#tests/support/workbook.ts'
import { hotel, rowsOf } from './lists.ts'
import { summaryOf } from './support.ts'

type More = { sheet?: string; skipHidden?: boolean; dryRun?: boolean }

/** Imports a workbook by what its headings say. */
export async function importBook(
  sheets: readonly TestSheet[],
  book: TestBook = {},
  { dryRun = false, ...more }: More = {},
): Promise<ImportSummary> {
  const file = hotel.give('book.xlsx', workbookOf(sheets, book))
  return summaryOf(await start(file, { dryRun, ...more }))
}

/** Imports a file by what the headings of the sheet say. */
export async function start(file: string, { dryRun = false, sheet, skipHidden = false }: More = {}) {
  const asked = sheet === undefined ? {} : { sheet }
  const { columns } = await hotel.app.must('import.inspect', { file, ...asked })
  const named = columns.flatMap(({ name, field }) => (field ? [[name, field] as const] : []))
  const mapping = { columns: Object.fromEntries(named), dateOrder: 'ymd' as const }
  return await hotel.run({ file, profile: 'generic', mapping, dryRun, skipHidden, ...asked })
}

/** Arrival, departure and room type of every booking, in the order of the file. */
export const stays = () =>
  rowsOf<Record<string, string>>(
    `select arrival, departure, code from bookings join room_types on room_types.id = room_type_id order by bookings.id`,
  ).map(({ arrival, departure, code }) => `${arrival} ${departure} ${code}`)

/** A cell that shows a serial number as a date. */
export const day = (serial: number) => ({ date: serial })

export const headings = ['Guest name', 'Arrival', 'Departure', 'Room type', 'Rate']
/** A stay of two nights. */
export const row = (name: string, more: readonly TestCell[] = []): readonly TestCell[] => [
  name,
  day(46086),
  day(46088),
  'DBL',
  300,
  ...more,
]
export const sheetOf = (name: string, ...rows: readonly (readonly TestCell[])[]): TestSheet => ({
  name,
  rows: [headings, ...rows],
})
