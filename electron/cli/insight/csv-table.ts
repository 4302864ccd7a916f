import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { csvReader, NoTable } from '#core/import/source/csv.ts'
import { readDate } from '#shared/domain/import/dates.ts'
import { isNumberText } from '#shared/domain/insight/kinds/plain-table.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { Params } from '#shared/i18n/types.ts'
import { toDayNumber } from '#shared/values/index.ts'
import { fileToRead } from '../given-file.ts'
import { WrongUse } from '../stop.ts'

/** One row of a plain file: its line from 1, and its cells by the names that were asked for; '' where the file has no such column. */
export type CsvRow<Name extends string> = { line: number; cells: Record<Name, string> }

/** A column that is looked for: the headings it may have (small letters, `_` for blanks), and whether the file can do without. */
export type CsvColumn = { headings: readonly string[]; optional?: true }

export type CsvTable<Name extends string> = {
  /** Columns that the file has. */
  has: Record<Name, boolean>
  rows: AsyncIterable<CsvRow<Name>>
}

export type CsvColumns = {
  headings: string[]
  rows: AsyncIterable<{ line: number; cells: string[] }>
}

/**
 * Reads a CSV with a line of headings in a stream; comma, semicolon or tab between cells, UTF-8 with or without a mark. Rows of
 * blank cells, as spreadsheets leave them below a table, are none. Throws WrongUse for a file without rows, a row of fewer or
 * more cells than headings (1,234.50 without quotes), a quote that is never closed, another encoding.
 */
export async function readAllColumns(named: string): Promise<CsvColumns> {
  const file = named.slice(0, 200)
  const records = recordsOf(fileToRead(named), file)
  const head = await records.next()
  if (head.done) throw new WrongUse('insightFile.empty', { file })
  const headings = head.value.cells.map((cell) => cell.trim())
  const rows = async function* () {
    let count = 0
    for await (const { line, cells: given } of records) {
      const cells = given.map((cell) => cell.trim())
      const used = cells.findLastIndex((cell) => cell !== '') + 1
      if (used === 0) continue
      if (cells.length < headings.length || used > headings.length)
        throw new WrongUse('insightFile.width', { file, line, cells: cells.length, needed: headings.length })
      count += 1
      yield { line, cells }
    }
    if (count === 0) throw new WrongUse('insightFile.empty', { file })
  }
  return { headings, rows: rows() }
}

/** The same for columns that are known by their headings; throws WrongUse where one is missing. */
export async function readCsv<Name extends string>(
  named: string,
  columns: Record<Name, CsvColumn>,
): Promise<CsvTable<Name>> {
  const { headings, rows } = await readAllColumns(named)
  const places = placesOf(columns, headings, named.slice(0, 200))
  const names = Object.keys(columns) as Name[]
  const picked = async function* (): AsyncGenerator<CsvRow<Name>> {
    for await (const { line, cells } of rows) {
      const pick = (name: Name) => (places[name] < 0 ? '' : (cells[places[name]] as string))
      yield {
        line,
        cells: Object.fromEntries(names.map((name) => [name, pick(name)])) as CsvRow<Name>['cells'],
      }
    }
  }
  const has = Object.fromEntries(names.map((name) => [name, places[name] >= 0])) as Record<Name, boolean>
  return { has, rows: picked() }
}

function placesOf<Name extends string>(
  columns: Record<Name, CsvColumn>,
  headings: string[],
  file: string,
): Record<Name, number> {
  const found = {} as Record<Name, number>
  for (const [name, { headings: known, optional }] of Object.entries(columns) as [Name, CsvColumn][]) {
    found[name] = headings.findIndex((heading) => known.includes(heading.toLowerCase().replace(/\s+/g, '_')))
    if (found[name] < 0 && !optional)
      throw new WrongUse('insightFile.column', {
        file,
        column: known.join(' | '),
        columns: headings.join(', ').slice(0, 200),
      })
  }
  return found
}

async function* recordsOf(file: string, shown: string) {
  let reader: ReturnType<typeof csvReader> | null = null
  try {
    for await (const text of textOf(file, shown)) {
      reader ??= csvReader(delimiterOf(text))
      yield* reader.push(text)
    }
    if (reader) yield* reader.end()
  } catch (error) {
    if (error instanceof NoTable) throw new WrongUse('insightFile.quote', { file: shown, line: error.line })
    throw error
  }
}

/**
 * The text of a file piece by piece, without a mark in front; unpacked where its name says that it is packed. Throws WrongUse
 * where it is not UTF-8: names in another encoding would all become the same signs.
 */
export async function* textOf(path: string, shown: string): AsyncGenerator<string> {
  const bytes = createReadStream(path)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new WrongUse('insightFile.notUtf8', { file: shown.slice(0, 200) })
    }
  }
  for await (const chunk of path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes) yield decode(chunk)
  yield decode()
}

/** What stands most often in the line of headings. */
function delimiterOf(text: string): string {
  const [head = ''] = text.trimStart().split(/[\r\n]/, 1)
  const count = (mark: string) => head.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** What is wrong with one cell, with its line and column. */
export function wrongCell(
  file: string,
  line: number,
  column: string,
  given: string,
  problem: Key,
  params: Params = {},
): WrongUse {
  return new WrongUse(problem, {
    ...params,
    file: file.slice(0, 200),
    line,
    column,
    given: given.slice(0, 40),
  })
}

/** A number with a decimal point; throws WrongUse for anything else. */
export function numberIn(file: string, line: number, column: string, given: string): number {
  if (isNumberText(given)) return Number(given)
  throw wrongCell(file, line, column, given, 'insightFile.number')
}

/** The day number of a date that can be read in one way alone, with or without a time; throws WrongUse for 3/4/2026. */
export function dayIn(file: string, line: number, column: string, given: string): number {
  const read = readDate(given, 'ymd')
  if ('date' in read) return toDayNumber(read.date)
  throw wrongCell(file, line, column, given, 'insightFile.date')
}
