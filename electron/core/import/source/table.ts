import iconv from 'iconv-lite'
import { recognisedHeadings } from '#shared/domain/import/fields.ts'
import { uniqueHeadings } from '#shared/domain/import/row.ts'
import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import { csvReader, guessDelimiter, NoTable, type TableRow } from './csv.ts'
import { bytesOf, type FileTrouble, isGzipError, type Survey } from './survey.ts'
import { openWorkbook } from './xlsx.ts'
import { ZipBomb, ZipDamaged } from './zip.ts'

export type { TableRow } from './csv.ts'

/** A file as a table: its headings, then its rows in batches, read as they are asked for. */
export type Table = {
  headings: string[]
  /** Headings that are over more than one column, in each of their forms (`Note`, `Note (2)`). */
  twice: string[]
  delimiter: string
  sheets: string[]
  /** Rows behind the headings; may be read once. */
  rows: AsyncGenerator<TableRow[]>
}

/** Rows among which the headings are looked for: a report may begin with its title and its date. */
const headingsWithin = 20
const mostColumns = 500

/** Opens a surveyed file at its headings. Trouble that only reading on finds is thrown (see `troubleOf`). */
export async function openTable(path: string, survey: Survey, sheet?: string): Promise<Table | FileTrouble> {
  try {
    return survey.format === 'xlsx' ? await openXlsx(path, sheet) : await openCsv(path, survey)
  } catch (error) {
    const trouble = troubleOf(error)
    if (trouble) return trouble
    throw error
  }
}

/** What reading on found wrong with the file; null for a defect of ours. */
export function troubleOf(error: unknown): FileTrouble | null {
  if (error instanceof NoTable) return { code: 'FILE_NOT_TABLE', params: { line: error.line } }
  if (error instanceof ZipBomb) return { code: 'FILE_BOMB', params: {} }
  if (error instanceof ZipDamaged || isGzipError(error)) return { code: 'FILE_DAMAGED', params: {} }
  return null
}

async function openCsv(path: string, survey: Survey): Promise<Table | FileTrouble> {
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
  return withHeadings(rows, delimiter, [])
}

async function openXlsx(path: string, sheet: string | undefined): Promise<Table | FileTrouble> {
  const book = await openWorkbook(path)
  if (sheet && !book.sheets.includes(sheet))
    return { code: 'SHEET_UNKNOWN', params: { sheet, sheets: book.sheets.join(', ') } }
  const name = sheet ?? book.sheets[0] ?? ''
  return withHeadings(book.rows(name), '', book.sheets)
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

/** The row of the first twenty that names the most known columns is the headings; else the first with two cells. */
async function withHeadings(
  source: AsyncGenerator<TableRow[]>,
  delimiter: string,
  sheets: string[],
): Promise<Table | FileTrouble> {
  const first: TableRow[] = []
  let ended = false
  while (first.length < headingsWithin && !ended) {
    const batch = await source.next()
    if (batch.done) ended = true
    else first.push(...batch.value)
  }
  const at = headingsAt(first)
  const headings = first[at]
  if (!headings || headings.cells.length > mostColumns) {
    await source.return(undefined)
    return first.length === 0
      ? { code: 'FILE_EMPTY', params: {} }
      : { code: 'FILE_NOT_TABLE', params: { line: first[0]?.line ?? 1 } }
  }
  if (first.length === at + 1 && (ended || (await isOver(source, first))))
    return { code: 'FILE_EMPTY', params: {} }
  const rows = (async function* () {
    yield filled(first.slice(at + 1))
    for await (const batch of source) yield filled(batch)
  })()
  const cells = trimmedEnd(headings.cells).map(withoutCards)
  const names = uniqueHeadings(cells)
  return { headings: names, twice: headingsTwice(cells, names), delimiter, sheets, rows }
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

function headingsAt(rows: readonly TableRow[]): number {
  let best = -1
  let known = 0
  for (const [index, { cells }] of rows.slice(0, headingsWithin).entries()) {
    const count = recognisedHeadings(cells)
    if (count > known) {
      best = index
      known = count
    }
  }
  return best >= 0
    ? best
    : rows.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1)
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
