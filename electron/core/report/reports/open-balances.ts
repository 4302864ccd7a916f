import { type OpenFolio, readCharges, readOpenFolios } from '#db/queries/report/ledger.ts'
import { ageBalance, ageBands } from '#shared/domain/report/ageing.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Column, Row, Table } from '#shared/domain/report/result.ts'
import { type BookingId, type BusinessDate, businessDateOf } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, ownColumn } from '../table.ts'

const kind = ownColumn('kind', 'report.folioKind')
const figures: readonly Column[] = [
  figureColumn('openFolios', 'count'),
  figureColumn('owing', 'money'),
  figureColumn('inCredit', 'money'),
  figureColumn('openBalance', 'money'),
]
const band: Column = { key: 'age', kind: 'code', list: 'report.ageBand' }
const listed: readonly Column[] = [
  { key: 'folio', kind: 'text' },
  { key: 'folioName', kind: 'text' },
  { key: 'booking', kind: 'booking' },
  { key: 'folioKind', kind: 'code', list: 'report.folioKind' },
  figureColumn('openBalance', 'money'),
  figureColumn('oldestDays', 'days'),
]

/** What folios owed, or were owed, at the end of a business date, and how old it is. */
export const openBalances: Report = {
  run: (desk, read) => {
    const on = dateOf(read)
    const found = readOpenFolios(desk.store, desk.source, on)
    const ages = found.map((one) => agesOf(desk, one, on))
    const main = makeTable({
      key: 'main',
      by: kind,
      columns: figures,
      rows: groupBy(found, (one) => one.kind).map(({ key, of }) => ({ kind: key, ...cellsOf(of) })),
      most: 'owing',
      total: cellsOf(found),
    })
    const bands: Table = {
      key: 'bands',
      columns: [band, figureColumn('owing', 'money')],
      rows: ageBands.map((least) => ({ age: least, owing: sumOf(ages.map((age) => age.get(least) ?? 0)) })),
      total: { owing: cellsOf(found).owing ?? 0 },
    }
    const people: Table = {
      key: 'people',
      columns: listed,
      rows: found
        .map((one, at) => rowOf(one, ages[at] ?? new Map()))
        .toSorted((a, b) => Number(b.openBalance) - Number(a.openBalance)),
      total: null,
    }
    return {
      tables: [main, bands, people],
      says:
        found.length === 0
          ? null
          : {
              code: 'openBalances',
              params: {
                date: on,
                count: found.length,
                owing: totalOf(main, 'owing'),
                credit: totalOf(main, 'inCredit'),
              },
            },
      notes: [{ code: 'oldestPaidFirst', params: {} }, ...emptyNote(main, 'noOpenBalances')],
      charts: [chartOf(bands, 'bars', 'owing')],
      names: {},
    }
  },
  bookings: (desk, read, row, limit) => {
    const found = readOpenFolios(desk.store, desk.source, dateOf(read))
    const ids = found
      .filter((one) => row.kind === undefined || one.kind === row.kind)
      .map(({ bookingId }) => bookingId)
      .filter((id): id is BookingId => id !== null)
    return [...new Set(ids)].toSorted((a, b) => a - b).slice(0, limit)
  },
}

export function dateOf({ parameters }: Read): BusinessDate {
  return businessDateOf(parameters.on ?? '')
}

function agesOf({ store, source }: ReportDesk, { folioId, balanceMinor }: OpenFolio, on: BusinessDate) {
  return ageBalance(balanceMinor, balanceMinor > 0 ? readCharges(store, source, { folioId, on }) : [], on)
}

function rowOf(
  { folioId, kind, code, name, bookingId, balanceMinor }: OpenFolio,
  ages: Map<number, number>,
): Row {
  const oldest = Math.max(...ages.keys())
  return {
    folio: code ?? String(folioId),
    folioName: name,
    booking: bookingId,
    folioKind: kind,
    openBalance: balanceMinor,
    oldestDays: Number.isFinite(oldest) ? oldest : null,
  }
}

function cellsOf(folios: readonly OpenFolio[]): Row {
  const balances = folios.map(({ balanceMinor }) => balanceMinor)
  return {
    openFolios: folios.length,
    owing: sumOf(balances.filter((minor) => minor > 0)),
    inCredit: 0 - sumOf(balances.filter((minor) => minor < 0)),
    openBalance: sumOf(balances),
  }
}
