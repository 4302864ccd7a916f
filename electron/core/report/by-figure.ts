import type { ChartAsk, Column, ReportResult, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { chartOf } from './chart.ts'

/** What a figure is drawn beside, where no comparison brings it. */
const beside: Readonly<Record<string, string>> = {
  roomsSold: 'budgetNights',
  occupancy: 'budgetOccupancy',
  adr: 'budgetAdr',
  roomRevenue: 'budgetRevenue',
  roomsExpected: 'roomsBooked',
  arrivalsExpected: 'arrivalsBooked',
}

/**
 * A report with the figure that its parameter names drawn and said first. Where its lines do not have that figure, the report's own
 * stays, and a note says so.
 */
export function byFigure(result: ReportResult): ReportResult {
  const key = result.parameters.figure ?? 'usual'
  if (key === 'usual') return result
  const table = result.tables.find(({ columns }) => columns.some((one) => one.key === key))
  const column = table?.columns.find((one) => one.key === key)
  const [chart] = result.charts
  const drawn = result.charts.map((one) => drawFigure(result, one, key))
  const { says } = result
  const first = table && column && table.rows.length > 0 ? sayFigure(result, table, column) : null
  // For whom the hotel shows no revenue the figure may exist
  const isKnown = drawn[0] || !chart || (result.withoutRevenue && !column) || chart.table !== 'main'
  const figure = `reportColumn.${column?.heading ?? key}`
  return {
    ...result,
    says: first ? { ...first, ...(says ? { next: says } : {}) } : says,
    charts: result.charts.map((one, at) => drawn[at] ?? one),
    notes: isKnown ? result.notes : [...result.notes, { code: 'figureNotDrawn', params: { figure } }],
  }
}

function drawFigure({ tables }: ReportResult, chart: ChartAsk, key: string): ChartAsk | null {
  const table = tables.find((one) => one.key === chart.table)
  if (!table || !hasFigure(table, key)) return null
  const quiet = ['LastYear', 'Other', 'Budget'].map((word) => `${key}${word}`)
  const held = [...quiet, beside[key] ?? ''].find((one) => hasFigure(table, one))
  return chartOf(table, chart.kind, key, held === undefined ? undefined : [held])
}

function hasFigure({ columns, rows }: Table, key: string): boolean {
  return columns.some((one) => one.key === key) && rows.some((row) => typeof row[key] === 'number')
}

/** The total of the figure; in the daily report that of the day, beside the month to date. */
function sayFigure({ name }: ReportResult, { total, rows }: Table, column: Column): Sentence | null {
  const figure = (row: Row | null | undefined) => ({ cell: row?.[column.key] ?? null, column })
  const measure = `reportColumn.${column.heading ?? column.key}`
  if (name === 'daily') {
    const of = (span: string) => figure(rows.find((row) => row.span === span))
    return { code: 'figureOfDay', params: { measure, value: of('day'), month: of('month') } }
  }
  if (typeof total?.[column.key] !== 'number') return null
  return { code: 'figure', params: { measure, value: figure(total) } }
}
