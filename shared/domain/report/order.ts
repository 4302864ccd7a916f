import { timeDimensions } from './dimensions.ts'
import { type Cell, isFigure, type Row, type Table } from './result.ts'

/** How the rows of a report's table are ordered, where somebody wishes it otherwise: by a column, the most or the least first. */
export type Order = {
  /** Null: the first figure of the table. */
  column: string | null
  direction: 'most' | 'least'
  /** Only so many rows, at most maxRows; null for all. */
  rows: number | null
}

export const maxRows = 999

/** The parameter's form, for somebody who typed another. */
export const orderForm = 'column:most, column:least, column:most:5'

/** As a parameter: `cancelled:most:5`, `least`. */
export function orderText({ column, direction, rows }: Order): string {
  return [...(column === null ? [] : [column]), direction, ...(rows === null ? [] : [String(rows)])].join(':')
}

/** An order from its text; null where it is none. */
export function readOrder(text: string): Order | null {
  const match = /^(?:([A-Za-z]\w*):)?(most|least)(?::([1-9]\d{0,2}))?$/.exec(text)
  if (!match) return null
  const [, column, direction, rows] = match
  return {
    column: column ?? null,
    direction: direction === 'least' ? 'least' : 'most',
    rows: rows === undefined ? null : Number(rows),
  }
}

/** The columns that rows can be ordered by. */
export function figuresOf({ columns }: Table): string[] {
  return columns.filter(({ kind }) => isFigure(kind)).map(({ key }) => key)
}

/** The table in an order, its total still of all rows; null where it has no such column. Rows without the figure come last. */
export function orderTable(table: Table, { column, direction, rows }: Order): Table | null {
  const figures = figuresOf(table)
  const key = column ?? figures[0]
  if (key === undefined || !figures.includes(key)) return null
  const sign = direction === 'most' ? -1 : 1
  const ordered = table.rows.toSorted((a, b) => byFigure(a, b, key, sign))
  return { ...table, rows: rows === null ? ordered : ordered.slice(0, rows) }
}

const inOrder: ReadonlySet<string> = new Set([...timeDimensions, 'floor', 'leadTime', 'stayLength', 'hour'])

/** Whether the values of a cut have an order of their own: time, floors and bands. Others are read by a figure, the most first. */
export function hasOwnOrder(cut: string): boolean {
  return inOrder.has(cut)
}

/** Values of one cut as they go; what has none comes last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}

function byFigure(a: Row, b: Row, key: string, sign: number): number {
  const [first, second] = [a[key], b[key]]
  if (typeof first !== 'number' || typeof second !== 'number')
    return Number(typeof second === 'number') - Number(typeof first === 'number')
  return sign * (first - second)
}
