/**
 * A plain file as the learner takes it: a column is of numbers where every cell is one, else of words; what is not known (empty,
 * NA, NULL, ?) is not known in both. Built row by row, so that a file of a million lines needs no copy of its text.
 */
import { type CategoryColumn, type Column, NO_WORD, type NumberColumn } from '../learn/columns.ts'

/** Why a column can't be learnt from. */
export type LeftOut = { column: string; why: 'constant' | 'identifier' | 'manyWords' }

export interface PlainTable {
  rows: number
  /** In the order of the file. */
  columns: readonly PlainColumn[]
}

export type PlainColumn =
  | { name: string; usable: true; column: Column }
  | { name: string; usable: false; why: 'manyWords' }

export interface TableBuilder {
  /** One row; cells that are absent are not known. */
  add: (cells: readonly string[]) => void
  end: () => PlainTable
}

const unknown = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?', '-'])
const numberPattern = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i

/** A value that is not there, as exports write it. */
export function isUnknown(cell: string): boolean {
  return unknown.has(cell.toLowerCase())
}

/** Digits with a decimal point and nothing else: no 1,5, no 0x1F, no Infinity. */
export function isNumberText(cell: string): boolean {
  return numberPattern.test(cell) && Number.isFinite(Number(cell))
}

/** Begins a table with the given headings. */
export function buildTable(headings: readonly string[]): TableBuilder {
  const builders = headings.map(buildColumn)
  let rows = 0
  return {
    add: (cells) => {
      for (const [place, builder] of builders.entries()) builder.add(cells[place] ?? '')
      rows++
    },
    end: () => ({ rows, columns: builders.map((builder) => builder.end(rows)) }),
  }
}

interface ColumnBuilder {
  add: (cell: string) => void
  end: (rows: number) => PlainColumn
}

/** Both readings are kept until it is clear which one holds: numbers as long as all are, words as long as they are few. */
function buildColumn(name: string): ColumnBuilder {
  let numbers: Float64Array | null = new Float64Array(1024)
  let codes: Uint16Array | null = new Uint16Array(1024)
  const words = new Map<string, number>()
  let rows = 0
  return {
    add: (given) => {
      const cell = given.trim()
      const isKnown = !isUnknown(cell)
      if (numbers) numbers = withNumber(numbers, rows, isKnown ? cell : null)
      if (codes) codes = withWord(codes, rows, isKnown ? cell : null, words)
      rows++
    },
    end: () => {
      if (numbers && (words.size > 0 || !codes)) {
        const column: NumberColumn = { name, kind: 'number', values: numbers.slice(0, rows) }
        return { name, usable: true, column }
      }
      if (!codes) return { name, usable: false, why: 'manyWords' }
      const column: CategoryColumn = {
        name,
        kind: 'category',
        codes: codes.slice(0, rows),
        words: [...words.keys()],
      }
      return { name, usable: true, column }
    },
  }
}

/** Null as soon as a cell is no number. */
function withNumber(numbers: Float64Array, row: number, cell: string | null): Float64Array | null {
  if (cell !== null && !isNumberText(cell)) return null
  const room =
    row < numbers.length ? numbers : Float64Array.from({ length: row * 2 }, (_, at) => numbers[at]!)
  room[row] = cell === null ? Number.NaN : Number(cell)
  return room
}

/** Null as soon as there are more words than codes. */
function withWord(
  codes: Uint16Array,
  row: number,
  cell: string | null,
  words: Map<string, number>,
): Uint16Array | null {
  const known = cell === null ? NO_WORD : words.get(cell)
  if (known === undefined && words.size === NO_WORD) return null
  const room = row < codes.length ? codes : Uint16Array.from({ length: row * 2 }, (_, at) => codes[at]!)
  room[row] = known ?? words.size
  if (known === undefined) words.set(cell!, words.size)
  return room
}

const IDENTIFIER_WORDS = 50

/** Words of which most rows have one of their own: a name or a number of the row, from which nothing follows for another row. */
export function isIdentifier(column: Column): boolean {
  if (column.kind === 'number') return false
  const known = column.codes.reduce((sum, code) => sum + (code === NO_WORD ? 0 : 1), 0)
  return column.words.length > IDENTIFIER_WORDS && column.words.length > known / 2
}

export type TargetTrouble =
  | { problem: 'unknown' }
  | { problem: 'constant'; value: string }
  | { problem: 'many'; values: string[] }
  | { problem: 'noSuch'; values: string[] }

export interface PlainTarget {
  /** The value that counts as met. */
  positive: string
  /** 1 met, 0 not; rows without a value have 2. */
  labels: Uint8Array
}

const yes = ['1', 'true', 'yes', 'y', 't', '是']

/**
 * A yes-or-no target from a column of the file. Of two values 1, true or yes is the one that counts, else the rarer; of more
 * values it has to be said (`positive`).
 */
export function targetOf(column: Column, positive?: string): PlainTarget | TargetTrouble {
  const counts = new Map<string, number>()
  const rows = column.kind === 'number' ? column.values.length : column.codes.length
  for (let row = 0; row < rows; row++) {
    const value = textOf(column, row)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const values = [...counts.keys()]
  if (values.length === 0) return { problem: 'unknown' }
  if (values.length === 1) return { problem: 'constant', value: values[0]! }
  const shown = values.slice(0, 8)
  const chosen = positive === undefined ? positiveOf(counts) : sameValue(values, positive)
  if (chosen === undefined) return { problem: positive === undefined ? 'many' : 'noSuch', values: shown }
  const labels = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const value = textOf(column, row)
    labels[row] = value === null ? 2 : value === chosen ? 1 : 0
  }
  return { positive: chosen, labels }
}

function textOf(column: Column, row: number): string | null {
  if (column.kind === 'category') return column.words[column.codes[row]!] ?? null
  const value = column.values[row]!
  return Number.isNaN(value) ? null : String(value)
}

function positiveOf(counts: Map<string, number>): string | undefined {
  if (counts.size > 2) return undefined
  const values = [...counts.keys()]
  const said = values.filter((value) => yes.includes(value.toLowerCase()))
  if (said.length === 1) return said[0]
  return values.reduce((rarer, value) => (counts.get(value)! < counts.get(rarer)! ? value : rarer))
}

function sameValue(values: readonly string[], given: string): string | undefined {
  const number = Number(given)
  return values.find(
    (value) => value === given || (given.trim() !== '' && !Number.isNaN(number) && Number(value) === number),
  )
}
