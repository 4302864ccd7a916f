import { readPaceBookings } from '#db/queries/report/expected.ts'
import { readLastArrival } from '#db/queries/report/first-arrival.ts'
import { readRoomSums } from '#db/queries/report/rooms.ts'
import {
  type BandErrors,
  type Expected,
  type ForecastDay,
  forecast as forecastOf,
} from '#shared/domain/report/forecast/forecast.ts'
import { methods } from '#shared/domain/report/forecast/methods.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { daysIn, type Period } from '#shared/domain/report/period.ts'
import type { Column, ReportBody, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import { addDays, fromDayNumber, maxDate, nightsBetween, toDayNumber } from '#shared/values/index.ts'
import { nightsBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, figureColumn, measureColumn } from '../table.ts'

const oneDecimal = { decimals: 1 }

const dayColumns: readonly Column[] = [
  dimensionColumn('day'),
  figureColumn('roomsBooked', 'count'),
  figureColumn('roomsExpected', 'number', oneDecimal),
  figureColumn('roomsLow', 'number', oneDecimal),
  figureColumn('roomsHigh', 'number', oneDecimal),
  measureColumn('roomsAvailable'),
  figureColumn('occupancyExpected', 'share'),
  figureColumn('arrivalsBooked', 'count'),
  figureColumn('arrivalsExpected', 'number', oneDecimal),
  figureColumn('arrivalsLow', 'number', oneDecimal),
  figureColumn('arrivalsHigh', 'number', oneDecimal),
  figureColumn('lostExpected', 'number', oneDecimal),
  figureColumn('lostLow', 'number', oneDecimal),
  figureColumn('lostHigh', 'number', oneDecimal),
]

const errorColumns: readonly Column[] = [
  { key: 'target', kind: 'code', list: 'report.forecastTarget' },
  { key: 'daysAhead', kind: 'text' },
  figureColumn('meanError', 'number', oneDecimal),
  figureColumn('meanShareError', 'share'),
  figureColumn('naiveError', 'number', oneDecimal),
  figureColumn('errorBias', 'number', oneDecimal),
  figureColumn('withinInterval', 'share'),
  figureColumn('heldOutDays', 'count'),
  ...methods.map((method) => figureColumn(`weight-${method}`, 'share', { definition: `weight-${method}` })),
]

/** What to expect of the coming days, from the hotel's own pace, with the errors of such forecasts beside it. */
export const forecast: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const { today } = desk.source
    const bookings = readPaceBookings(desk.store, desk.source)
    // The business date is still being sold: what is known is what was on the books when it began
    const known = toDayNumber(today) - 1
    const isOver = period.to <= today
    const ahead = Math.max(0, nightsBetween(today, period.to))
    const rooms = roomsByDay(desk, { from: maxDate(today, period.from), to: period.to })
    const most = rooms.size === 0 ? null : Math.max(...rooms.values())
    const found = forecastOf(bookings, { known, ahead, rooms: most })
    if (!found.enough)
      return bodyOf(dayTable([], rooms), null, [
        ...(isOver ? [overNote(desk)] : []),
        tooShortNote(desk, found.needed, found.have),
      ])
    const days = found.days.filter(({ day }) => fromDayNumber(day) >= period.from)
    const table = dayTable(days, rooms)
    return bodyOf(table, errorTable(found.errors), [
      { code: 'forecastMethod', params: {} },
      { code: 'forecastKnown', params: { date: addDays(today, -1) } },
      ...(rooms.size === 0 && !isOver ? [{ code: 'noRooms', params: {} }] : []),
      ...(isOver ? [overNote(desk)] : leftOut(period, days.length, desk)),
    ])
  },
  bookings: (desk, read, row, limit) => {
    const period = read.period as Period
    const from = maxDate(desk.source.today, period.from)
    return nightsBehind(desk, { ...read, by: 'day', period: { ...period, from } }, row, limit)
  },
  // Days too far ahead for a forecast are in no row, and not in the total
  leads: ({ rows }, read, { source }) => {
    const period = read.period as Period
    const ahead = daysIn({ from: maxDate(source.today, period.from), to: period.to })
    return rows.length === ahead ? 'rows-and-total' : 'rows'
  },
}

function bodyOf(main: Table, errors: Table | null, notes: readonly Sentence[]): ReportBody {
  const hasRows = main.rows.length > 0
  return {
    tables: errors ? [main, errors] : [main],
    says: hasRows
      ? {
          code: 'forecast',
          params: {
            days: main.rows.length,
            rooms: totalOf(main, 'roomsExpected'),
            booked: totalOf(main, 'roomsBooked'),
            arrivals: totalOf(main, 'arrivalsExpected'),
            lost: totalOf(main, 'lostExpected'),
          },
        }
      : null,
    notes,
    charts: hasRows ? [chartOf(main, 'line', 'roomsExpected', ['roomsBooked'])] : [],
    names: {},
  }
}

/** Rooms available by the operational basis; none where no room is on file. */
function roomsByDay({ store, source }: ReportDesk, period: Period): ReadonlyMap<number, number> {
  const rooms = new Map<number, number>()
  if (daysIn(period) <= 0) return rooms
  for (const { day, roomsAvailable } of readRoomSums(store, source, period, 'operational'))
    rooms.set(toDayNumber(day), (rooms.get(toDayNumber(day)) ?? 0) + roomsAvailable)
  return rooms
}

function dayTable(days: readonly ForecastDay[], rooms: ReadonlyMap<number, number>): Table {
  const rows = days.map(({ day, rooms: sold, arrivals, lost }): Row => {
    const available = rooms.get(day) ?? null
    return {
      day: fromDayNumber(day),
      ...cellsOf('rooms', sold),
      roomsAvailable: available,
      occupancyExpected: ratioOf(sold.value, available),
      ...cellsOf('arrivals', arrivals),
      lostExpected: lost.value,
      lostLow: lost.low,
      lostHigh: lost.high,
    }
  })
  const sum = (key: string) =>
    rows.some((row) => row[key] === null) ? null : rows.reduce((total, row) => total + Number(row[key]), 0)
  const sums = [
    'roomsBooked',
    'roomsExpected',
    'roomsAvailable',
    'arrivalsBooked',
    'arrivalsExpected',
    'lostExpected',
  ]
  // Ends of intervals do not add up: not every day is at its lowest
  const total: Row = Object.fromEntries(
    dayColumns.slice(1).map(({ key }) => [key, sums.includes(key) ? sum(key) : null]),
  )
  const occupancyExpected = ratioOf(sum('roomsExpected'), sum('roomsAvailable'))
  return { key: 'main', columns: dayColumns, rows, total: { ...total, occupancyExpected } }
}

function cellsOf(name: 'rooms' | 'arrivals', { onBooks, value, low, high }: Expected): Row {
  return {
    [`${name}Booked`]: onBooks,
    [`${name}Expected`]: value,
    [`${name}Low`]: low,
    [`${name}High`]: high,
  }
}

function errorTable(errors: readonly BandErrors[]): Table {
  const rows = errors
    .toSorted((a, b) => a.target.localeCompare(b.target) || a.band.from - b.band.from)
    .map(
      ({ target, band, mae, mape, bias, naive, within, days, weights }): Row => ({
        target,
        daysAhead: `${band.from}–${band.to}`,
        meanError: mae,
        meanShareError: mape,
        naiveError: naive.mae,
        errorBias: bias,
        withinInterval: within,
        heldOutDays: days,
        ...Object.fromEntries(methods.map((method) => [`weight-${method}`, weights[method]])),
      }),
    )
  return { key: 'errors', columns: errorColumns, rows, total: null }
}

/** Nothing is expected of a day that is over. */
function overNote({ source: { today } }: ReportDesk): Sentence {
  return { code: 'forecastOver', params: { date: today } }
}

/** A hotel whose last guest came years ago has a history, but none that a forecast learns from. */
function tooShortNote({ store, source }: ReportDesk, needed: number, have: number): Sentence {
  const last = have === 0 ? readLastArrival(store, source) : null
  return last === null
    ? { code: 'forecastTooShort', params: { needed, have } }
    : { code: 'forecastNoRecent', params: { date: last } }
}

/** Days before the business date, and days so far ahead that the history says nothing of them. */
function leftOut(period: Period, shown: number, { source: { today } }: ReportDesk): Sentence[] {
  const past = Math.max(0, Math.min(nightsBetween(period.from, today), daysIn(period)))
  const far = daysIn(period) - past - shown
  return [
    ...(past > 0 ? [{ code: 'forecastPast', params: { days: past } }] : []),
    ...(far > 0 ? [{ code: 'forecastFar', params: { days: far } }] : []),
  ]
}
