import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'
import { noFigure } from '#shared/i18n/report-cell.ts'
import type { WordedCell, WordedColumn, WordedReport } from '#shared/i18n/report-text.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'

/**
 * The report's own table for spreadsheets and programs: words as people read them, dates as YYYY-MM-DD, money as plain decimals,
 * shares as ratios, nothing for a figure that does not exist; the total in the last line. Other tables have no place in a file
 * of one table.
 */
export function csvOf({ tables, currency }: WordedReport): string {
  const [table] = tables
  if (!table) return csvFileHead([])
  const line = (cells: readonly WordedCell[]) =>
    csvLine(cells.map((cell, index) => csvText(cell, table.columns[index] as WordedColumn, currency)))
  return [
    csvFileHead(table.columns.map(({ heading }) => heading)),
    ...table.rows.map(line),
    ...(table.total ? [line(table.total)] : []),
  ].join('')
}

/** As many digits as a ratio can need. */
const ratioDigits = 6

function csvText({ text, value }: WordedCell, { kind, isFigure }: WordedColumn, currency: string): string {
  if (value === null) return text === noFigure ? '' : text
  if (kind === 'money') return minorToDecimal(Number(value), currency as Currency)
  if (isFigure) return String(Number(Number(value).toFixed(ratioDigits)))
  return kind === 'date' || kind === 'moment' ? String(value) : text
}
