import { findPaymentBookings, type PaymentRow, readPayments } from '#db/queries/report/ledger.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Period, WeekStart } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row } from '#shared/domain/report/result.ts'
import { daysOfCell } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type By = 'method' | 'code' | 'user' | 'day' | 'month'

const figures: readonly Column[] = [
  figureColumn('payments', 'count'),
  figureColumn('received', 'money'),
  figureColumn('givenOut', 'money'),
  figureColumn('correctedPayments', 'money'),
  figureColumn('netReceived', 'money'),
]

/** What was paid in a period, by method, code, cashier or day. */
export const payments: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as By
    const found = readPayments(desk.store, desk.source, period)
    const main = makeTable({
      key: 'main',
      by: columnOf(by),
      columns: figures,
      rows: groupBy(found, (one) => keyOf(one, by, desk.starts)).map(({ key, of }) => ({
        [by]: key,
        ...cellsOf(of),
      })),
      most: 'netReceived',
      total: cellsOf(found),
    })
    return {
      tables: [main],
      says:
        found.length === 0
          ? null
          : {
              code: 'payments',
              params: { count: totalOf(main, 'payments'), net: totalOf(main, 'netReceived') },
            },
      notes: [
        ...partialNote(main, by, period),
        ...(found.some(({ method }) => method === 'account')
          ? [{ code: 'onAccountIsNoMoney', params: {} }]
          : []),
        ...emptyNote(main, 'noPayments'),
      ],
      charts: [chartOf(main, by === 'day' ? 'line' : 'bars', 'netReceived')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: ({ store, source }, read, row, limit) => {
    const by = read.by as By
    const key = row[by]
    const period = read.period as Period
    const days = key !== undefined && (by === 'day' || by === 'month') ? daysOfCell(by, key, period) : period
    const part = {
      ...days,
      method: by === 'method' && key !== undefined ? String(key) : null,
      codeId: by === 'code' && key !== undefined ? Number(key) : null,
      user: by === 'user' && key !== undefined ? String(key) : null,
    }
    return findPaymentBookings(store, source, part, limit)
  },
}

function columnOf(by: By): Column {
  if (by === 'method') return ownColumn('method', 'chart.method')
  return by === 'code' || by === 'user' ? ownColumn(by) : dimensionColumn(by)
}

function keyOf(one: PaymentRow, by: By, starts: WeekStart): Cell {
  if (by === 'method' || by === 'user') return one[by]
  return by === 'code' ? one.codeId : timeKey(by, one.day, starts)
}

function cellsOf(rows: readonly PaymentRow[]): Row {
  const received = sumOf(rows.map(({ receivedMinor }) => receivedMinor))
  const givenOut = sumOf(rows.map(({ givenOutMinor }) => givenOutMinor))
  const corrected = sumOf(rows.map(({ correctedMinor }) => correctedMinor))
  return {
    payments: sumOf(rows.map((one) => one.payments)),
    received,
    givenOut,
    correctedPayments: corrected,
    netReceived: received - givenOut + corrected,
  }
}
