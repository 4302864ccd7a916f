/** A grid that is typed in like a spreadsheet: where keys lead, and what a block of cells from elsewhere means. */

export type Place = { row: number; column: number }
export type Size = { rows: number; columns: number }

type Key = { key: string; shiftKey: boolean }
/** The text of a cell's field and what of it is selected. */
type Field = { selectionStart: number | null; selectionEnd: number | null; value: string }

/**
 * The cell that a key leads to; null where it stays in its own. Arrows to the sides leave a cell from the edge of its text, or when
 * all of it is selected, as it is when one arrives.
 */
export function placeByKey({ key, shiftKey }: Key, at: Place, size: Size, field: Field): Place | null {
  const { selectionStart: start, selectionEnd: end, value } = field
  const isWhole = start === 0 && end === value.length
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [shiftKey ? -1 : 1, 0],
    ...(isWhole || end === 0 ? { ArrowLeft: [0, -1] as [number, number] } : {}),
    ...(isWhole || start === value.length ? { ArrowRight: [0, 1] as [number, number] } : {}),
  }
  const step = steps[key]
  if (!step || (shiftKey && key !== 'Enter')) return null
  const next = { row: at.row + step[0], column: at.column + step[1] }
  return next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns ? next : null
}

/** The cells of a text that a spreadsheet copied: tabs between columns, lines for rows; null for a text of one cell. */
export function blockOf(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  if (lines.length === 1 && !text.includes('\t')) return null
  // A cell with a line break or a quote in it comes in quotes; a figure has neither
  return lines.map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1').trim()))
}

/** Where the cells of a block come to be from a place on; those beyond the grid are counted. */
export function laidOut(
  block: readonly (readonly string[])[],
  { row, column }: Place,
  size: Size,
): { cells: { at: Place; text: string }[]; beyond: number } {
  const all = block.flatMap((line, down) =>
    line.map((text, along) => ({ at: { row: row + down, column: column + along }, text })),
  )
  const cells = all.filter(({ at }) => at.row < size.rows && at.column < size.columns)
  return { cells, beyond: all.length - cells.length }
}

/** A whole number of zero or more as people type it: `1,240`, `1 240`; null where it is none, 0 for nothing typed. */
export function countOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return 0
  if (!/^\d{1,3}([, ]\d{3})+$|^\d+$/.test(plain)) return null
  const number = Number(plain.replace(/[, ]/g, ''))
  return Number.isSafeInteger(number) ? number : null
}

/** The cell of a row and a column, in what is typed. */
export function gridKey(row: string, column: string): string {
  return `${row}@${column}`
}
