import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { csvReader, NoTable } from '#core/import/source/csv.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { Params } from '#shared/i18n/types.ts'
import { fileToRead } from '../given-file.ts'
import { WrongUse } from '../stop.ts'

/** One row of a plain file: its line from 1, and its cells by the names that were asked for; '' where the file has no such column. */
export type CsvRow<Name extends string> = { line: number; cells: Record<Name, string> }

/** A column that is looked for: the headings it may have (small letters), and whether the file can do without. */
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
 * Reads a CSV with a line of headings in a stream; comma, semicolon or tab between cells, UTF-8 with or without a mark. Throws
 * WrongUse for a file without rows, a row that is too short, a quote that is never closed.
 */
export async function readAllColumns(named: string): Promise<CsvColumns> {
  const file = named.slice(0, 200)
  const records = recordsOf(fileToRead(named), file)
  const head = await records.next()
  if (head.done) throw new WrongUse('insightFile.empty', { file })
  const headings = head.value.cells.map((cell) => cell.trim())
  const rows = async function* () {
    let count = 0
    for await (const { line, cells } of records) {
      if (cells.length < headings.length)
        throw new WrongUse('insightFile.short', { file, line, cells: cells.length, needed: headings.length })
      count += 1
      yield { line, cells: cells.map((cell) => cell.trim()) }
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
    found[name] = headings.findIndex((heading) => known.includes(heading.toLowerCase()))
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
    for await (const chunk of textOf(file)) {
      const text = reader ? chunk : chunk.replace(/^\ufeff/, '')
      reader ??= csvReader(delimiterOf(text))
      yield* reader.push(text)
    }
    if (reader) yield* reader.end()
  } catch (error) {
    if (error instanceof NoTable) throw new WrongUse('insightFile.quote', { file: shown, line: error.line })
    throw error
  }
}

/** Unpacked where its name says that it is packed. */
function textOf(file: string): AsyncIterable<string> {
  if (!file.endsWith('.gz')) return createReadStream(file, { encoding: 'utf8' })
  return createReadStream(file).pipe(createGunzip()).setEncoding('utf8')
}

/** What stands most often in the line of headings. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/[\r\n]/, 1)
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

const numberPattern = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i

/** A number with a decimal point; throws WrongUse for anything else. */
export function numberIn(file: string, line: number, column: string, given: string): number {
  const value = numberPattern.test(given) ? Number(given) : Number.NaN
  if (Number.isFinite(value)) return value
  throw wrongCell(file, line, column, given, 'insightFile.number')
}
