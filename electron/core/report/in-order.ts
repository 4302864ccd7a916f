import { figuresOf, type Order, orderTable } from '#shared/domain/report/order.ts'
import type { ReportResult } from '#shared/domain/report/result.ts'
import { nearest } from '#shared/domain/text/nearest.ts'
import { type Refusal, refuse } from '#shared/values/index.ts'

/** A report with its first table in another order. Refuses a column that the table does not have, or that is no figure. */
export function inOrder(result: ReportResult, order: Order): { result: ReportResult } | { failure: Refusal } {
  const [main, ...others] = result.tables
  const table = orderTable(main, order)
  if (!table) {
    const figures = figuresOf(main)
    const value = order.column ?? order.direction
    const { refusal } = refuse('REPORT_CHOICE_UNKNOWN', {
      parameter: 'order',
      value,
      nearest: nearest(value, figures) ?? figures.join(', '),
    })
    return { failure: refusal }
  }
  const left = main.rows.length - table.rows.length
  const notes =
    left === 0
      ? result.notes
      : [...result.notes, { code: 'onlyRows', params: { shown: table.rows.length, all: main.rows.length } }]
  return { result: { ...result, tables: [table, ...others], notes } }
}
