import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  columnEdges,
  columnWidths,
  nextSorted,
  orderOf,
  widthOf,
} from '#renderer/parts/report/table-order.ts'
import { wordReport } from '#shared/i18n/report-text.ts'
import { occupancyResult } from '../../../support/report-results.ts'

const [table] = wordReport(occupancyResult, 'en', { locale: 'en-GB', timeZone: 'Asia/Shanghai' }).tables
if (!table) throw new Error('the report has no table')

test.each([
  [null, [0, 1, 2]],
  [{ column: 'roomsSold', down: true }, [0, 1, 2]],
  [{ column: 'roomsSold', down: false }, [2, 1, 0]],
  // What is not known is last, whichever way
  [{ column: 'occupancy', down: true }, [0, 1, 2]],
  [{ column: 'occupancy', down: false }, [1, 0, 2]],
  // Days by the calendar, not as “Mon” is before “Sat”
  [{ column: 'day', down: false }, [0, 1, 2]],
  [{ column: 'day', down: true }, [2, 1, 0]],
  [{ column: 'gone', down: true }, [0, 1, 2]],
] as const)('sorted by %j', (sorted, places) => {
  expect(orderOf(table, sorted, 'en-GB')).toEqual(places)
})

test('a column sorts from its greatest figure or from A, then the other way, then not', () => {
  const figure = nextSorted(null, 'adr', true)
  expect(figure).toEqual({ column: 'adr', down: true })
  expect(nextSorted(figure, 'adr', true)).toEqual({ column: 'adr', down: false })
  expect(nextSorted({ column: 'adr', down: false }, 'adr', true)).toBeNull()
  expect(nextSorted(figure, 'channel', false)).toEqual({ column: 'channel', down: false })
})

test('a column has room for its longest cell, and for its heading in two lines', () => {
  const widths = columnWidths(table)
  const cells = (at: number) =>
    [...table.rows, ...(table.total ? [table.total] : [])].map((row) => row[at]?.text ?? '')
  for (const [at, { heading }] of table.columns.entries()) {
    const width = widths[at] ?? 0
    expect(width, heading).toBeGreaterThanOrEqual(Math.max(...cells(at).map(widthOf)))
    expect(2 * width, heading).toBeGreaterThan(widthOf(heading))
  }
  expect(widthOf('间夜')).toBeGreaterThan(widthOf('ab'))
})

test('a column’s edges are the paddings of its cells in the style sheet', () => {
  const css = readFileSync(
    new URL('../../../../renderer/parts/report/report-table.css', import.meta.url),
    'utf8',
  )
  const padding = (rule: RegExp) => Number(rule.exec(css)?.[1])
  const middle = padding(/:is\(th, td\) \{[^}]*padding: 2px (\d+)px/)
  const first = padding(/:first-child \{[^}]*padding-left: (\d+)px/)
  const last = padding(/:last-child \{\s*padding-right: (\d+)px/)
  expect(columnEdges(3)).toEqual([first + middle, 2 * middle, middle + last])
  expect(columnEdges(1)).toEqual([first + last])
})
