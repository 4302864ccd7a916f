import iconv from 'iconv-lite'
import { uniqueHeadings } from '#shared/domain/import/row.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import { csvReader, guessDelimiter, NoTable, type TableRow } from './csv.ts'
import { findHeadings, headingsWithin } from './headings.ts'
import { chooseSheet, type OtherSheet } from './sheets.ts'
import { bytesOf, isGzipError, type Survey, type TableTrouble } from './survey.ts'
import { openWorkbook } from './xlsx.ts'
import { ZipBomb, ZipDamaged } from './zip.ts'

export type { TableRow } from './csv.ts'

/** A file as a table: its headings, then its rows in batches, read as they are asked for. */
export type Table = {
  headings: string[]
  /** Headings that are over more than one column, in each of their forms (`Note`, `Note (2)`). */
  twice: string[]
  delimiter: string
  /** Of a workbook its sheets, the one that is read, and the others that hold rows. */
  sheets: string[]
  sheet: string
  otherSheets: OtherSheet[]
  date1904: boolean
  /** Rows behind the headings; may be read once. */
  rows: AsyncGenerator<TableRow[]>
}

const mostColumns = 500

/** Opens a surveyed file at its headings. Trouble that only reading on finds is thrown (see `troubleOf`). */
export async function openTable(path: string, survey: Survey, sheet?: string): Promise<Table | TableTrouble> {
  try {
    return survey.format === 'xlsx' ? await openXlsx(path, sheet) : await openCsv(path, survey)
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) return trouble
    throw error
  }
}

/** What reading on found wrong with the file; null for a defect of ours. */
export function troubleOf(error: unknown): TableTrouble | null {
  if (error instanceof NoTable) return { code: 'FILE_NOT_TABLE', params: { line: error.line } }
  if (error instanceof ZipBomb) return { code: 'FILE_BOMB', params: {} }
  if (error instanceof ZipDamaged || isGzipError(error)) return { code: 'FILE_DAMAGED', params: {} }
  return null
}

async function openCsv(path: string, survey: Survey): Promise<Table | TableTrouble> {
  const pieces = textOf(path, survey)
  let sample = ''
  while (sample.length < 65_536) {
    const piece = await pieces.next()
    if (piece.done) break
    sample += piece.value
  }
  if (/^\s*[{[<]/.test(sample)) {
    await pieces.return(undefined)
    return { code: 'FILE_NOT_TABLE', params: { line: 1 } }
  }
  const delimiter = guessDelimiter(sample)
  const rows = (async function* () {
    const reader = csvReader(delimiter)
    try {
      yield reader.push(sample)
      for await (const piece of pieces) yield reader.push(piece)
      yield reader.end()
    } finally {
      await pieces.return(undefined)
    }
  })()
  return withHeadings(rows, delimiter)
}

async function openXlsx(path: string, asked: string | undefined): Promise<Table | TableTrouble> {
  const book = await openWorkbook(path)
  const choice = await chooseSheet(book, asked)
  if ('unknown' in choice)
    return { code: 'SHEET_UNKNOWN', params: { sheet: choice.unknown, sheets: choice.sheets.join(', ') } }
  if ('empty' in choice) return sheetEmpty(choice.empty, choice.others)
  const { sheet, others } = choice
  const table = await withHeadings(book.rows(sheet), '')
  if ('code' in table) return table.code === 'FILE_EMPTY' ? sheetEmpty(sheet, others) : table
  const sheets = book.sheets.map(({ name }) => name)
  return { ...table, sheets, sheet, otherSheets: others, date1904: book.date1904 }
}

/** A sheet without rows; others that hold some may have been meant, visible ones first. */
function sheetEmpty(sheet: string, others: readonly OtherSheet[]): TableTrouble {
  const visible = others.filter(({ hidden }) => !hidden)
  // A sheet's name may hold a comma, but no slash.
  const named = (visible.length > 0 ? visible : others).map(({ name }) => name).join(' / ')
  if (named === '') return { code: 'FILE_EMPTY', params: {} }
  return {
    code: 'SHEET_EMPTY',
    params: { why: visible.length > 0 ? 'others' : 'hidden', sheet, sheets: named },
  }
}

/** The file's characters, piece by piece, without the mark at the beginning. */
async function* textOf(path: string, survey: Survey): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(survey.encoding, { stripBOM: false })
  let bom = survey.bom
  let held = ''
  for await (const chunk of bytesOf(path, survey.compressed)) {
    const text = decoder.write(bom > 0 ? chunk.subarray(bom) : chunk)
    bom = 0
    const whole = held + text
    held = endOfFile.exec(whole)?.[0] ?? ''
    if (whole.length > held.length) yield whole.slice(0, whole.length - held.length)
  }
  const last = decoder.end()
  if (last) yield held + last
}

/** Programs of DOS end a text with Ctrl-Z, which is no row. */
const endOfFile = /\u001a[\u001a\r\n]*$/

/** Reads to the headings and the first row behind them; the rest streams on as it is asked for. */
async function withHeadings(
  source: AsyncGenerator<TableRow[]>,
  delimiter: string,
): Promise<Table | TableTrouble> {
  const first: TableRow[] = []
  let ended = false
  while (first.length < headingsWithin && !ended) {
    const batch = await source.next()
    if (batch.done) ended = true
    else first.push(...batch.value)
  }
  const found = findHeadings(first)
  if (!found || found.cells.length > mostColumns) {
    await source.return(undefined)
    return first.length === 0
      ? { code: 'FILE_EMPTY', params: {} }
      : { code: 'FILE_NOT_TABLE', params: { line: first[0]?.line ?? 1 } }
  }
  if (first.length === found.next && (ended || (await isOver(source, first))))
    return { code: 'FILE_EMPTY', params: {} }
  const rows = (async function* () {
    yield filled(first.slice(found.next))
    for await (const batch of source) yield filled(batch)
  })()
  const cells = trimmedEnd(found.cells).map(withoutCards)
  const names = uniqueHeadings(cells)
  const twice = headingsTwice(cells, names)
  return { headings: names, twice, delimiter, sheets: [], sheet: '', otherSheets: [], date1904: false, rows }
}

function headingsTwice(cells: readonly string[], names: readonly string[]): string[] {
  const plain = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  return names.filter((_, index) => {
    const cell = plain[index]
    return cell !== '' && plain.indexOf(cell ?? '') !== plain.lastIndexOf(cell ?? '')
  })
}

/** Reads on until a row comes; keeps it. */
async function isOver(source: AsyncGenerator<TableRow[]>, first: TableRow[]): Promise<boolean> {
  for (;;) {
    const batch = await source.next()
    if (batch.done) return true
    if (batch.value.length === 0) continue
    first.push(...batch.value)
    return false
  }
}

/** Rows of nothing but delimiters, as spreadsheets leave them behind a table, are no rows. */
function filled(rows: TableRow[]): TableRow[] {
  return rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

function trimmedEnd(cells: readonly string[]): string[] {
  let end = cells.length
  while (end > 1 && (cells[end - 1] ?? '').trim() === '') end--
  return cells.slice(0, end)
}
