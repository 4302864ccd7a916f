import { findNightBookings } from '#db/queries/report/cube.ts'
import { readRequestCounts } from '#db/queries/report/dashboard.ts'
import { moneyPer } from '#shared/domain/report/measures.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import { monthStart, type Period, yearStart } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row, Sentence, Table, TableKey } from '#shared/domain/report/result.ts'
import { addDays, type BusinessDate, businessDateOf } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { type CohortRow, readCohort, sumCohort } from '../cohort.ts'
import { type HouseRow, houseCells, readHouse, sumOf } from '../house.ts'
import { cellOf, firstDayNote, onBooksNote, roomNotes } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, measureColumn } from '../table.ts'
import { readTotals, type TotalRevenue, totalNotes, totalOf } from '../total-revenue.ts'

/** What stands side by side; each ends with the date. */
const spans = ['day', 'month', 'year'] as const
type Span = (typeof spans)[number]

const span: Column = { key: 'span', kind: 'code', list: 'report.span' }
const count = (key: string): Column => figureColumn(key, 'count')

const houseColumns: readonly Column[] = [
  span,
  ...(['roomsSold', 'roomsAvailable', 'occupancy', 'adr', 'revpar'] as const).map(measureColumn),
  figureColumn('trevpar', 'money'),
  measureColumn('roomRevenue'),
  figureColumn('totalRevenue', 'money'),
  ...(['nightsOccupied', 'complimentary', 'houseUse', 'outOfOrder', 'guestNights'] as const).map(
    measureColumn,
  ),
]
const moveColumns: readonly Column[] = [
  span,
  measureColumn('arrivalsDue'),
  measureColumn('arrivals'),
  count('walkIns'),
  count('departures'),
  count('inHouse'),
  measureColumn('noShows'),
  measureColumn('dayUse'),
]
const bookingColumns: readonly Column[] = [
  span,
  count('bookingsMade'),
  count('nightsMade'),
  figureColumn('revenueMade', 'money'),
  count('cancellationsMade'),
  measureColumn('lostNights'),
  measureColumn('lostRevenue'),
]
const requestColumns: readonly Column[] = [
  span,
  ...['requestsAsked', 'requestsDone', 'requestsOpen', 'requestsDeclined'].map(count),
]
const dayMeasures = ['roomsSold', 'roomsAvailable', 'occupancy', 'adr', 'revpar', 'roomRevenue'] as const

/** The day on one page: rooms and revenue, who came and went, what was booked and cancelled, requests; beside month and year to date. */
export const daily: Report = {
  run: (desk, read) => {
    const on = dateOf(read)
    const year = periodOf('year', on)
    const house = readHouse(desk, year, ['day'], [], read.basis).rows
    const bookings = readBookings(desk, year)
    const totals = readTotals(desk, year)
    const table = (
      key: TableKey,
      columns: readonly Column[],
      cellsOf: (period: Period, name: Span) => Row,
    ): Table => ({
      key,
      columns,
      rows: spans.map((name) => ({ span: name, ...cellsOf(periodOf(name, on), name) })),
      total: null,
    })
    const main = table('main', houseColumns, (period) => ({
      ...houseCells(sumOf(within(house, period))),
      ...totalCells(totals, within(house, period), period, desk.source.today),
    }))
    const days = daysTable(within(house, periodOf('month', on)))
    return {
      tables: [
        main,
        table('moves', moveColumns, (period, name) => movesOf(bookings, house, period, name)),
        table('status', bookingColumns, (period) => madeOf(bookings, period)),
        table('kinds', requestColumns, (period) => requestsOf(desk, period)),
        days,
      ],
      says: saysOf(main, on, on >= desk.source.today),
      notes: [
        ...roomNotes({ ...main, total: main.rows[0] ?? null }, 'day'),
        ...totalNotes(totals, year, { today: desk.source.today, code: 'trevparNone' }),
        ...onBooksNote(year, desk.source.today),
        ...firstDayNote(desk, periodOf('day', on)),
      ],
      charts: [chartOf(days, 'line', days.total?.roomsAvailable === null ? 'roomsSold' : 'occupancy')],
      names: {},
    }
  },
  bookings: (desk, read, row, limit) => {
    const on = dateOf(read)
    // The one total is that of the days of the month
    const name = spans.find((one) => one === row.span) ?? 'month'
    const day = typeof row.day === 'string' ? periodOf('day', businessDateOf(row.day)) : null
    return findNightBookings(desk.store, desk.source, { ...(day ?? periodOf(name, on)), where: [] }, limit)
  },
}

/** Total revenue of a span, and by the rooms available. */
function totalCells(
  totals: TotalRevenue,
  house: readonly HouseRow[],
  period: Period,
  today: BusinessDate,
): Row {
  const totalRevenue = totalOf(totals, period, today)
  return { totalRevenue, trevpar: moneyPer(totalRevenue, sumOf(house).roomsAvailable) }
}

function dateOf({ parameters }: Read): BusinessDate {
  return businessDateOf(parameters.on ?? '')
}

/** The day, or the month or the year up to and with it. */
function periodOf(name: Span, on: BusinessDate): Period {
  const from = name === 'day' ? on : name === 'month' ? monthStart(on) : yearStart(on)
  return { from, to: addDays(on, 1) }
}

function within<R extends { keys: readonly Cell[] }>(rows: readonly R[], { from, to }: Period): R[] {
  return rows.filter(({ keys: [day] }) => typeof day === 'string' && from <= day && day < to)
}

/** Bookings of the year by the day on which each of these came to pass. */
function readBookings(desk: ReportDesk, year: Period) {
  const by = ['day'] as const
  const all = { ...year, where: [] }
  return {
    arriving: readCohort(desk, { ...all, by: ['day', 'channel', 'stayLength'], cohort: 'arrival' }),
    leaving: readCohort(desk, { ...all, by, cohort: 'departure', statuses: ['checked-out'] }),
    made: readCohort(desk, { ...all, by, cohort: 'creation' }),
    cancelled: readCohort(desk, { ...all, by, cohort: 'cancellation', statuses: ['cancelled'] }),
  }
}
type Bookings = ReturnType<typeof readBookings>

/** In house are rooms at the end of a day: over a month they are its nights, not a number of rooms. */
function movesOf(
  { arriving, leaving }: Bookings,
  house: readonly HouseRow[],
  period: Period,
  name: Span,
): Row {
  const come = within(arriving, period)
  const of = (rows: readonly CohortRow[]) => sumCohort(rows).arrivals
  const { arrivals, arrivalsDue, noShows } = sumCohort(come)
  return {
    arrivals,
    arrivalsDue,
    noShows,
    walkIns: of(come.filter(({ keys: [, channel] }) => channel === 'walk-in')),
    dayUse: of(come.filter(({ keys: [, , nights] }) => nights === 0)),
    departures: sumCohort(within(leaving, period)).bookings,
    inHouse: name === 'day' ? sumOf(within(house, period)).nightsOccupied : null,
  }
}

function madeOf({ made, cancelled }: Bookings, period: Period): Row {
  const { bookings, bookedNights, bookedRevenue } = sumCohort(within(made, period))
  const gone = sumCohort(within(cancelled, period))
  return {
    bookingsMade: bookings,
    nightsMade: bookedNights,
    revenueMade: bookedRevenue,
    cancellationsMade: gone.bookings,
    lostNights: gone.lostNights,
    lostRevenue: gone.lostRevenue,
  }
}

function requestsOf({ store, source }: ReportDesk, period: Period): Row {
  const { asked, done, open, declined } = readRequestCounts(store, source, period)
  return { requestsAsked: asked, requestsDone: done, requestsOpen: open, requestsDeclined: declined }
}

function daysTable(rows: readonly HouseRow[]): Table {
  return makeTable({
    key: 'days',
    by: 'day',
    columns: dayMeasures.map(measureColumn),
    rows: rows.map(({ keys: [day = null], ...sums }) => ({ day, ...houseCells(sums) })),
    most: 'roomsSold',
    total: houseCells(sumOf(rows)),
  })
}

/** A night that is not over is told by who is expected to be there. */
function saysOf(table: Table, on: BusinessDate, isAhead: boolean): Sentence {
  const [day] = table.rows
  const isKnown = day?.roomsAvailable !== null
  return {
    code: `${isKnown ? 'daily' : 'dailyRooms'}${isAhead ? 'Ahead' : ''}`,
    params: {
      date: on,
      nights: cellOf(table, day, 'roomsSold'),
      occupancy: cellOf(table, day, 'occupancy'),
      guests: cellOf(table, day, 'guestNights'),
    },
  }
}
