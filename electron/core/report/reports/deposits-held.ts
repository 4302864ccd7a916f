import { type HeldDeposit, readHeldDeposits } from '#db/queries/report/ledger.ts'
import type { Column, Row, Table } from '#shared/domain/report/result.ts'
import type { BookingId } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, ownColumn } from '../table.ts'
import { dateOf } from './open-balances.ts'

const figures: readonly Column[] = [
  figureColumn('deposits', 'count'),
  figureColumn('depositsTaken', 'money'),
  figureColumn('depositsHeld', 'money'),
]
const listed: readonly Column[] = [
  { key: 'slip', kind: 'text' },
  { key: 'folioName', kind: 'text' },
  { key: 'booking', kind: 'booking' },
  { key: 'depositKind', kind: 'code', list: 'report.depositKind' },
  { key: 'takenOn', kind: 'date' },
  figureColumn('depositsTaken', 'money'),
  figureColumn('depositsHeld', 'money'),
]

/** Deposits before arrival and 押金 that were held at the end of a business date, slip by slip. */
export const depositsHeld: Report = {
  run: ({ store, source }, read) => {
    const on = dateOf(read)
    const found = readHeldDeposits(store, source, on)
    const main = makeTable({
      key: 'main',
      by: ownColumn('kind', 'report.depositKind'),
      columns: figures,
      rows: groupBy(found, (one) => one.kind).map(({ key, of }) => ({ kind: key, ...cellsOf(of) })),
      most: 'depositsHeld',
      total: cellsOf(found),
    })
    const people: Table = {
      key: 'people',
      columns: listed,
      rows: found.map((one) => ({
        slip: one.slipNo,
        folioName: one.name,
        booking: one.bookingId,
        depositKind: one.kind,
        takenOn: one.takenOn,
        depositsTaken: one.amountMinor,
        depositsHeld: one.heldMinor,
      })),
      total: null,
    }
    return {
      tables: [main, people],
      says:
        found.length === 0
          ? null
          : {
              code: 'depositsHeld',
              params: { date: on, count: found.length, held: totalOf(main, 'depositsHeld') },
            },
      notes: emptyNote(main, 'noDepositsHeld'),
      charts: [chartOf(main, 'bars', 'depositsHeld')],
      names: {},
    }
  },
  bookings: ({ store, source }, read, row, limit) => {
    const ids = readHeldDeposits(store, source, dateOf(read))
      .filter((one) => row.kind === undefined || one.kind === row.kind)
      .map(({ bookingId }) => bookingId)
      .filter((id): id is BookingId => id !== null)
    return [...new Set(ids)].toSorted((a, b) => a - b).slice(0, limit)
  },
}

function cellsOf(deposits: readonly HeldDeposit[]): Row {
  return {
    deposits: deposits.length,
    depositsTaken: sumOf(deposits.map(({ amountMinor }) => amountMinor)),
    depositsHeld: sumOf(deposits.map(({ heldMinor }) => heldMinor)),
  }
}
