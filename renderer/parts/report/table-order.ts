import type { WordedCell, WordedTable } from '#shared/i18n/report-text.ts'

/** A table sorted by a column of its own. */
export type Sorted = { column: string; down: boolean } | null

/** The next order when a column is chosen: figures from the greatest, words from A; then the other way; then as the report has them. */
export function nextSorted(sorted: Sorted, column: string, isFigure: boolean): Sorted {
  if (sorted?.column !== column) return { column, down: isFigure }
  return sorted.down === isFigure ? { column, down: !isFigure } : null
}

/** Places of a table's rows in an order; what is not known comes last, equals as the report has them. */
export function orderOf({ columns, rows }: WordedTable, sorted: Sorted, locale: string): number[] {
  const places = rows.map((_, at) => at)
  const at = columns.findIndex(({ key }) => key === sorted?.column)
  if (!sorted || at < 0) return places
  const words = new Intl.Collator(locale, { numeric: true })
  const compare = (a: WordedCell | undefined, b: WordedCell | undefined): number => {
    if (a?.value == null || b?.value == null) return a?.value == null ? (b?.value == null ? 0 : 1) : -1
    const difference =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : isInOrder(columns[at]?.kind)
          ? String(a.value) < String(b.value)
            ? -1
            : Number(String(a.value) > String(b.value))
          : words.compare(a.text, b.text)
    return sorted.down ? -difference : difference
  }
  return places.toSorted((a, b) => compare(rows[a]?.[at], rows[b]?.[at]))
}

/** Dates are in order as they are kept, not as they are written. */
function isInOrder(kind: string | undefined): boolean {
  return kind !== undefined && ['date', 'week', 'month', 'quarter', 'year', 'moment'].includes(kind)
}

/** About how wide texts are, in widths of a figure: a Chinese character takes nearly two, a capital somewhat more than one. */
export function widthOf(text: string): number {
  const width = (letter: string) => (letter > '\u2e80' ? 1.85 : /[A-Z%]/.test(letter) ? 1.3 : 1)
  return [...text].reduce((sum, letter) => sum + width(letter), 0)
}

/** Pixels left and right of what stands in the cells of each column; the first and the last keep away from the table's edge. */
export function columnEdges(count: number): number[] {
  const edge = 6
  return Array.from({ length: count }, (_, at) => 20 + (at === 0 ? edge : 0) + (at === count - 1 ? edge : 0))
}

/** The widths of a table's columns, in widths of a figure: of their longest cell, and of their heading in two lines at most. */
export function columnWidths({ columns, rows, total }: WordedTable): number[] {
  return columns.map(({ heading, isFigure }, at) => {
    const cells = [...rows, ...(total ? [total] : [])].map((row) => widthOf(row[at]?.text ?? ''))
    const longest = cells.reduce((most, width) => Math.max(most, width), 0)
    const inTwo = Math.max(...heading.split(' ').map(widthOf), Math.ceil(widthOf(heading) / 2) + 1)
    return Math.min(40, Math.max(longest, inTwo, isFigure ? 6 : 10))
  })
}
