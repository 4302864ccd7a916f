import { findRevenueBookings, type RevenueRow, readRevenue } from '#db/queries/report/ledger.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Period, WeekStart } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row } from '#shared/domain/report/result.ts'
import { daysOfCell } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type By = 'code' | 'revenueGroup' | 'day' | 'month'

const figures: readonly Column[] = [
  figureColumn('charged', 'money'),
  figureColumn('allowances', 'money'),
  figureColumn('totalRevenue', 'money'),
  figureColumn('revenueTax', 'money'),
  figureColumn('revenueWithTax', 'money'),
]

/** Revenue as it was posted, by code, group or day: what the total revenue is made of. */
export const revenue: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as By
    const found = readRevenue(desk.store, desk.source, period)
    const main = makeTable({
      key: 'main',
      by: columnOf(by),
      columns: figures,
      rows: groupBy(found, (one) => keyOf(one, by, desk.starts)).map(({ key, of }) => ({
        [by]: key,
        ...cellsOf(of),
      })),
      most: 'totalRevenue',
      total: cellsOf(found),
    })
    const groups = found.length === 0 ? null : cellsOf(found.filter(({ group }) => group === 'room'))
    return {
      tables: [main],
      says:
        groups === null
          ? null
          : {
              code: 'revenue',
              params: {
                revenue: totalOf(main, 'totalRevenue'),
                rooms: { cell: groups.totalRevenue ?? null, column: figureColumn('totalRevenue', 'money') },
              },
            },
      notes: [
        { code: 'revenueByBusinessDate', params: {} },
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noRevenue'),
      ],
      charts: [chartOf(main, by === 'day' ? 'line' : 'bars', 'totalRevenue')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: ({ store, source }, read, row, limit) => {
    const by = read.by as By
    const key = row[by]
    const period = read.period as Period
    const days = key !== undefined && (by === 'day' || by === 'month') ? daysOfCell(by, key, period) : period
    const codeIds = readRevenue(store, source, days)
      .filter((one) => (by === 'code' ? key === undefined || one.codeId === key : true))
      .filter((one) => (by === 'revenueGroup' ? key === undefined || one.group === key : true))
      .map(({ codeId }) => codeId)
    return findRevenueBookings(store, source, { ...days, codeIds: [...new Set(codeIds)] }, limit)
  },
}

function columnOf(by: By): Column {
  if (by === 'revenueGroup') return ownColumn(by, 'chart.group')
  return by === 'code' ? ownColumn(by) : dimensionColumn(by)
}

function keyOf(one: RevenueRow, by: By, starts: WeekStart): Cell {
  if (by === 'revenueGroup') return one.group
  return by === 'code' ? one.codeId : timeKey(by, one.day, starts)
}

function cellsOf(rows: readonly RevenueRow[]): Row {
  const net = (kind: RevenueRow['kind']) =>
    sumOf(rows.filter((one) => one.kind === kind).map(({ netMinor }) => netMinor))
  const gross = sumOf(rows.map(({ grossMinor }) => grossMinor))
  const [charged, allowances] = [net('charge'), net('allowance')]
  return {
    charged,
    allowances,
    totalRevenue: charged + allowances,
    revenueTax: gross - charged - allowances,
    revenueWithTax: gross,
  }
}
