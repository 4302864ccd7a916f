/** A table as the learner takes it: typed columns of equal length, one row per guest, booking or line of a file. */

export interface NumberColumn {
  name: string
  kind: 'number'
  /** NaN is “not known”. */
  values: Float64Array | Float32Array
}

export interface CategoryColumn {
  name: string
  kind: 'category'
  /** Places in `words`; NO_WORD is “not known”. */
  codes: Uint16Array
  words: readonly string[]
}

export type Column = NumberColumn | CategoryColumn

/** The code of a category that is not known. */
export const NO_WORD = 0xffff

/** How many rows a table has; columns of different lengths are a defect of the caller. */
export function rowsOf(columns: readonly Column[]): number {
  const lengths = new Set(columns.map(lengthOf))
  if (lengths.size > 1) throw new Error(`columns of different lengths: ${[...lengths].join(', ')}`)
  return [...lengths][0] ?? 0
}

function lengthOf(column: Column): number {
  return column.kind === 'number' ? column.values.length : column.codes.length
}

/** The given rows of every column, in the order given; words are shared. */
export function takeRows(columns: readonly Column[], rows: Uint32Array): Column[] {
  return columns.map((column) =>
    column.kind === 'number'
      ? { ...column, values: takeValues(column.values, rows) }
      : { ...column, codes: Uint16Array.from(rows, (row) => column.codes[row]!) },
  )
}

function takeValues(values: Float64Array | Float32Array, rows: Uint32Array): Float64Array | Float32Array {
  return values instanceof Float32Array
    ? Float32Array.from(rows, (row) => values[row]!)
    : Float64Array.from(rows, (row) => values[row]!)
}

/** Whether a column says the same of every row: it teaches nothing. */
export function isConstant(column: Column): boolean {
  if (column.kind === 'category') return column.codes.every((code) => code === column.codes[0])
  const first = column.values[0]!
  return Number.isNaN(first)
    ? column.values.every((value) => Number.isNaN(value))
    : column.values.every((value) => value === first)
}
