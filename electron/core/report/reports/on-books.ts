import { readBooksThen } from '#db/queries/report/books-then.ts'
import type { Source } from '#db/queries/report/source.ts'
import { runsOf } from '#shared/domain/report/compare.ts'
import { type DimensionName, isTime } from '#shared/domain/report/dimensions.ts'
import { foldKey, timeKey } from '#shared/domain/report/fold.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row, Sentence } from '#shared/domain/report/result.ts'
import { addDays, type BusinessDate, isRefused } from '#shared/values/index.ts'
import { nightsBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { comparedCells, comparedColumns, differenceOf } from '../compared.ts'
import { type Counterpart, counterpartOf } from '../counterpart.ts'
import { readHeldAgainst } from '../held-against.ts'
import { type HouseSums, houseCells, readHouse, readNights, sumOf } from '../house.ts'
import { emptyNote, firstDayNote, partialNote, roomNotes, totalOf } from '../notes.ts'
import { saysSince, sourceSince } from '../pick-up.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'

type Sums = { nights: number; revenue: number }
/** Null: not known for the row. */
type SumsOf = { of: (key: Cell) => Sums | null; total: Sums | null }

const own: readonly Column[] = [
  { ...measureColumn('roomsSold'), heading: 'nightsNow' },
  ...(['roomsAvailable', 'occupancy', 'adr', 'roomRevenue'] as const).map(measureColumn),
  figureColumn('nightsNet', 'count'),
  figureColumn('revenueNet', 'money'),
]
const sameMoment: readonly Column[] = [
  figureColumn('nightsSameMoment', 'count'),
  figureColumn('nightsSameMomentChange', 'count', { definition: 'againstChange' }),
  figureColumn('revenueSameMoment', 'money'),
  figureColumn('revenueSameMomentChange', 'money', { definition: 'againstChange' }),
]

/** What is reserved for the coming days, what was picked up since a moment, and how last year ended and stood at this time. */
export const onBooks: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const since = read.parameters.since ?? 'yesterday'
    const then = sourceSince(desk, since)
    if (isRefused(then)) return then
    const { rows, total } = readHouse(desk, period, [by], [], read.basis)
    const held = readHeldAgainst(desk, read, by, [])
    const counterpart = counterpartOf(desk, read)
    const before = counterpart && readSameMoment(desk, counterpart, by)
    const earlier = readNightsThen(desk, then, period, by)
    const cellsOf = (key: Cell | undefined, sums: HouseSums): Row => ({
      ...houseCells(sums),
      ...netCells(sums, key === undefined ? earlier.total : earlier.of(key)),
      ...(held ? comparedCells(sums, key === undefined ? held.total : held.of(key), held.word) : {}),
      ...(before ? sameMomentCells(sums, key === undefined ? before.total : before.of(key)) : {}),
    })
    const main = makeTable({
      key: 'main',
      by,
      columns: [...own, ...(held ? comparedColumns(held.word) : []), ...(before ? sameMoment : [])],
      rows: rows.map(({ keys: [key = null], ...sums }) => ({ [by]: key, ...cellsOf(key, sums) })),
      most: 'roomRevenue',
      total: cellsOf(undefined, total),
    })
    return {
      tables: [main],
      says: saysSince('onBooks', since, then, {
        nights: totalOf(main, 'roomsSold'),
        net: totalOf(main, 'nightsNet'),
      }),
      notes: [
        ...roomNotes(main, by),
        ...(before ? [{ code: 'sameMomentByDates', params: {} } satisfies Sentence] : []),
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...(held?.notes ?? []),
        ...emptyNote(main, 'noNights'),
      ],
      charts: [
        chartOf(
          main,
          by === 'day' ? 'line' : 'bars',
          'roomsSold',
          held ? [`roomsSold${held.word}`] : undefined,
        ),
      ],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: nightsBehind,
}

function readNightsThen(desk: ReportDesk, source: Source, period: Period, by: DimensionName): SumsOf {
  const rows = readNights({ ...desk, source }, { ...period, by: [by], where: [] })
  const of = new Map(
    rows.map(({ keys, roomsSold, roomRevenue }) => [keys[0] ?? null, sumsOf(roomsSold, roomRevenue)]),
  )
  const { roomsSold, roomRevenue } = sumOf(rows)
  return { of: (key) => of.get(key) ?? nothing, total: sumsOf(roomsSold, roomRevenue) }
}

const nothing: Sums = { nights: 0, revenue: 0 }
const sumsOf = (nights: number, revenue: number): Sums => ({ nights, revenue })

/** What was on the books for the days that rows are held against, as many days before each of them as it is now. */
function readSameMoment(desk: ReportDesk, { pairs }: Counterpart, by: DimensionName): SumsOf {
  const groups = new Map<Cell, Sums>()
  const total = { ...nothing }
  for (const { from, to, apart } of runsOf(pairs)) {
    const ask = { from, to, by: isTime(by) ? ('day' as const) : by, on: addDays(desk.source.today, -apart) }
    for (const { key, nights, revenue } of readBooksThen(desk.store, desk.source, ask)) {
      const now = isTime(by)
        ? timeKey(by, addDays(key as BusinessDate, apart), desk.starts)
        : foldKey(by, key, desk.starts)
      const sums = groups.get(now) ?? { ...nothing }
      groups.set(now, sums)
      for (const one of [sums, total]) {
        one.nights += nights
        one.revenue += revenue
      }
    }
  }
  return { of: (key) => groups.get(key) ?? nothing, total }
}

function netCells({ roomsSold, roomRevenue }: HouseSums, then: Sums | null): Row {
  return {
    nightsNet: differenceOf(roomsSold, then?.nights ?? null),
    revenueNet: differenceOf(roomRevenue, then?.revenue ?? null),
  }
}

function sameMomentCells({ roomsSold, roomRevenue }: HouseSums, then: Sums | null): Row {
  return {
    nightsSameMoment: then?.nights ?? null,
    nightsSameMomentChange: differenceOf(roomsSold, then?.nights ?? null),
    revenueSameMoment: then?.revenue ?? null,
    revenueSameMomentChange: differenceOf(roomRevenue, then?.revenue ?? null),
  }
}
