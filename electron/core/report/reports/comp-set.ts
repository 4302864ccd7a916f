import { readSetCells } from '#db/queries/report/comp-set.ts'
import type { Basis } from '#shared/domain/report/catalogue.ts'
import { indicesOf, isDay, periodsWithin, type SetFigures } from '#shared/domain/report/comp-set.ts'
import { moneyPer, ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Row, Sentence } from '#shared/domain/report/result.ts'
import { yearOf } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { readHouse } from '../house.ts'
import { emptyNote, onBooksNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, measureColumn } from '../table.ts'

const index = { decimals: 1 }
const columns = [
  measureColumn('occupancy'),
  measureColumn('adr'),
  measureColumn('revpar'),
  figureColumn('setOccupancy', 'share'),
  figureColumn('setAdr', 'money'),
  figureColumn('setRevpar', 'money'),
  figureColumn('mpi', 'number', index),
  figureColumn('ari', 'number', index),
  figureColumn('rgi', 'number', index),
]

/** Null where no room of the own hotel is on file: only rates can be held against the set then. */
type Own = Omit<SetFigures, 'roomsAvailable'> & { roomsAvailable: number | null }
type Pair = { own: Own; set: SetFigures }

/** The hotel beside the hotels around it, over the months and days whose figures were typed in. */
export const compSet: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by === 'day' ? 'day' : 'month'
    const cells = readSetCells(desk.store, yearOf(period.from), yearOf(period.to))
    const all = [...cells.keys()]
    const { whole, cut } = periodsWithin(by === 'day' ? all.filter(isDay) : all, period)
    const own = readOwn(desk, period, read.basis)
    const groups = new Map<string, Pair>()
    for (const one of whole) {
      const key = by === 'day' ? one : one.slice(0, 7)
      const pair = { own: own(one), set: cells.get(one) as SetFigures }
      const before = groups.get(key)
      groups.set(key, before ? sumPairs([before, pair]) : pair)
    }
    const total = sumPairs([...groups.values()])
    const table = makeTable({
      key: 'main',
      by,
      columns,
      rows: [...groups].map(([key, pair]) => ({ [by]: key, ...cellsOf(pair) })),
      most: 'rgi',
      total: groups.size === 0 ? null : cellsOf(total),
    })
    return {
      tables: [table],
      says:
        groups.size === 0
          ? null
          : {
              code: 'compSet',
              params: { mpi: totalOf(table, 'mpi'), ari: totalOf(table, 'ari'), rgi: totalOf(table, 'rgi') },
            },
      notes: notesOf(desk, period, {
        cut,
        months: by === 'day' ? all.length - whole.length : 0,
        table,
        total,
      }),
      charts:
        groups.size === 0 ? [] : [chartOf(table, 'line', total.own.roomsAvailable === null ? 'ari' : 'rgi')],
      names: {},
    }
  },
}

/** The hotel's own figures of a month or a day. */
function readOwn(desk: ReportDesk, period: Period, basis: Basis): (one: string) => Own {
  const days = readHouse(desk, period, ['day'], [], basis).rows
  const sums = new Map<string, Own>()
  for (const { keys, roomsSold, roomRevenue, roomsAvailable } of days) {
    const day = String(keys[0])
    const figures: Own = { roomsSold, revenueMinor: roomRevenue, roomsAvailable }
    sums.set(day, figures)
    const month = sums.get(day.slice(0, 7))
    sums.set(day.slice(0, 7), month ? sumOwn(month, figures) : figures)
  }
  return (one) => sums.get(one) ?? { roomsSold: 0, revenueMinor: 0, roomsAvailable: null }
}

function sumOwn(a: Own, b: Own): Own {
  return {
    roomsSold: a.roomsSold + b.roomsSold,
    revenueMinor: a.revenueMinor + b.revenueMinor,
    roomsAvailable:
      a.roomsAvailable === null || b.roomsAvailable === null ? null : a.roomsAvailable + b.roomsAvailable,
  }
}

const nothing: SetFigures = { roomsAvailable: 0, roomsSold: 0, revenueMinor: 0 }

function sumPairs(pairs: readonly Pair[]): Pair {
  return pairs.reduce(
    (sum, { own, set }) => ({
      own: sumOwn(sum.own, own),
      set: {
        roomsAvailable: sum.set.roomsAvailable + set.roomsAvailable,
        roomsSold: sum.set.roomsSold + set.roomsSold,
        revenueMinor: sum.set.revenueMinor + set.revenueMinor,
      },
    }),
    { own: nothing, set: nothing },
  )
}

/** Indices as the trade writes them: 100 is as the set. */
function cellsOf({ own, set }: Pair): Row {
  const { mpi, ari, rgi } = indicesOf({ ...own, roomsAvailable: own.roomsAvailable ?? 0 }, set)
  const hundred = (index: number | null) => (index === null ? null : index * 100)
  return {
    occupancy: ratioOf(own.roomsSold, own.roomsAvailable),
    adr: moneyPer(own.revenueMinor, own.roomsSold),
    revpar: moneyPer(own.revenueMinor, own.roomsAvailable),
    setOccupancy: ratioOf(set.roomsSold, set.roomsAvailable),
    setAdr: moneyPer(set.revenueMinor, set.roomsSold),
    setRevpar: moneyPer(set.revenueMinor, set.roomsAvailable),
    mpi: hundred(mpi),
    ari: hundred(ari),
    rgi: hundred(rgi),
  }
}

type Told = { cut: number; months: number; table: Parameters<typeof emptyNote>[0]; total: Pair }

function notesOf(desk: ReportDesk, period: Period, { cut, months, table, total }: Told): Sentence[] {
  return [
    { code: 'compSetSame', params: {} },
    ...(cut > 0 ? [{ code: 'compSetCut', params: { months: cut } }] : []),
    ...(months > 0 && cut === 0 ? [{ code: 'compSetMonths', params: {} }] : []),
    ...(table.rows.length > 0 && total.own.roomsAvailable === null ? [{ code: 'noRooms', params: {} }] : []),
    ...onBooksNote(period, desk.source.today),
    ...emptyNote(table, 'noCompSet'),
  ]
}
