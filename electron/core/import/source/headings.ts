import { missingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'
import { missingFields, recognisedHeadings } from '#shared/domain/import/fields.ts'
import { guessFields } from '#shared/domain/import/guess.ts'
import type { TableRow } from './csv.ts'

/** Rows among which the headings are looked for: a report may begin with its title and its date. */
export const headingsWithin = 20
/** The most rows that one block of headings has. */
const maxLevels = 3

/** Where a table's headings are: their cells, and the first row behind them. */
export type Headings = { cells: string[]; next: number }

/**
 * The row of the first twenty that names the most known columns is the headings; else the first with two cells. Headings
 * of several rows, as merged cells make them, are read as one.
 */
export function findHeadings(rows: readonly TableRow[]): Headings | null {
  const at = headingsAt(rows)
  const row = rows[at]
  if (!row) return null
  // A cell merged downwards names its column at each level; those beside it are named at the last.
  const bottom = Math.max(row.line, ...[...(row.shared?.values() ?? [])].map(({ last }) => last))
  const tall = bottom - row.line >= maxLevels
  const last = tall ? at : rows.findLastIndex(({ line }) => line <= bottom)
  return { cells: namedCells(rows[last] ?? row, rows[last - 1]), next: last + 1 }
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

/** Two columns `Name` below one `Guest` and one `Booker` merged over several columns are `Guest Name` and `Booker Name`. */
function namedCells({ cells }: TableRow, above: TableRow | undefined): string[] {
  // A title is merged over the whole table and names no column.
  const groups = filledIn(above) > 1 ? (above?.across ?? []) : []
  const plain = cells.map((cell) => cell.trim())
  return plain.map((name, column) => {
    const group = groups.find(({ left, right }) => column >= left && column <= right)
    const over = group ? (above?.cells[group.left] ?? '').trim() : ''
    const single = name !== '' && plain.indexOf(name) === plain.lastIndexOf(name)
    return single || over === '' || over === name ? (cells[column] ?? '') : `${over} ${name}`.trim()
  })
}

function filledIn(row: TableRow | undefined): number {
  return row?.cells.filter((cell) => cell.trim() !== '').length ?? 0
}

/** How much the first rows of a sheet look like a table of bookings; the sheet with the most is read. */
export type TableRank = 'none' | 'rows' | 'table' | 'known' | 'bookings'
export const tableRanks: readonly TableRank[] = ['none', 'rows', 'table', 'known', 'bookings']

/**
 * `bookings`: its headings are all that a booking needs. `known`: two of them at least are known. `table`: rows of three
 * cells or more under each other. A cover sheet has rows, but none of these.
 */
export function rankOf(rows: readonly TableRow[]): TableRank {
  if (rows.length === 0) return 'none'
  const found = findHeadings(rows)
  if (!found || found.next >= rows.length) return 'rows'
  const known = recognisedHeadings(found.cells)
  const fields = guessFields(found.cells.map((name) => ({ name, samples: [] }))).values()
  if (missingFields(fields).length === 0 || missingDemandColumns(found.cells).length === 0) return 'bookings'
  if (known >= 2) return 'known'
  return filledIn(rows[found.next - 1]) > 2 && filledIn(rows[found.next]) > 2 ? 'table' : 'rows'
}
