import { type BookingStatus, maxNights } from '#shared/domain/booking/booking.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { addDays, type BookingId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import { cutOf } from './cuts.ts'
import { areDaysEnough, readDaySums } from './day-sums.ts'
import { findByNights } from './night-bookings.ts'
import { bookingsSql, nightsSql, type Source } from './source.ts'

/** A dimension's value that rows must have, or one of several; ids for what is on file, null for none. */
export type Where = { dimension: DimensionName; value: Key; others?: readonly Key[] }

export type Key = string | number | null

export type CubeAsk = Period & {
  by: readonly DimensionName[]
  where: readonly Where[]
  /** Groups are read up to this many. */
  limit?: number
}

export type NightSums = {
  nightsOccupied: number
  complimentary: number
  houseUse: number
  roomsSold: number
  /** Minor units. */
  roomRevenue: number
  guestNights: number
}
export type NightRow = { keys: readonly Key[] } & NightSums

/** What is given and not sold: by the plan's kind, and complimentary also by the market segment (isSold). */
export const givenSql = (row: string) =>
  `case when plan.kind = 'house-use' then 2 when plan.kind = 'complimentary' or ${row}.segment = 'complimentary' then 1 else 0 end`

/**
 * Sums over the room-nights of [from, to), by these dimensions: nights of guests in house and gone, and from the source's
 * business date on also what is confirmed. Week, weekday, quarter and bands answer by what foldKey makes them of.
 */
export function readNightSums(store: LongReader, source: Source, ask: CubeAsk): NightRow[] {
  if (areDaysEnough(source, ask)) return nightRows(readDaySums(store, source, ask), ask.by.length)
  const { keys, chosen, values } = chosenNights(source, ask)
  const shown = keys.map((key, at) => `${key} as k${at}`)
  const sql = `with ${nightsSql(source)},
    counted as (
      select ${[...shown, `${givenSql('n')} as given`, 'n.rate_minor', 'n.adults + n.children + n.infants as persons'].join(', ')}
      from ${chosen}
    )
    select ${[...keys.map((_, at) => `k${at}`), 'count(*)', 'sum(given = 1)', 'sum(given = 2)', 'sum(iif(given = 0, rate_minor, 0))', 'sum(persons)'].join(', ')}
    from counted ${groupBy(keys.length)} ${ask.limit === undefined ? '' : 'limit @limit'}`
  const bound = ask.limit === undefined ? values : { ...values, limit: ask.limit }
  return nightRows(rawOf(store).prepare(sql).raw().iterate(bound) as Iterable<Key[]>, keys.length)
}

function nightRows(rows: Iterable<Key[]>, count: number): NightRow[] {
  const found: NightRow[] = []
  for (const row of rows) {
    const [nightsOccupied, complimentary, houseUse, roomRevenue, guestNights] = row.slice(count) as [
      number,
      number,
      number,
      number,
      number,
    ]
    // Sums over no row are one row of null
    if (!nightsOccupied) continue
    found.push({
      keys: row.slice(0, count),
      nightsOccupied,
      complimentary,
      houseUse,
      roomsSold: nightsOccupied - complimentary - houseUse,
      roomRevenue,
      guestNights,
    })
  }
  return found
}

/** The bookings whose nights of [from, to) are counted, in the order of arrival; at most `limit`. */
export function findNightBookings(
  store: LongReader,
  source: Source,
  ask: Omit<CubeAsk, 'by'> & { weekday?: number },
  limit: number,
): BookingId[] {
  const { chosen, values } = chosenNights(source, { ...ask, by: [] })
  const { weekday } = ask
  const from = `${chosen} ${weekday === undefined ? '' : `and ${weekdaySql('n.night')} = @weekday`}`
  return findByNights(store, source, ask, { from, values: { ...values, weekday: weekday ?? null } }, limit)
}

/** What room-nights are grouped by, and which of them count. */
function chosenNights(source: Source, { from, to, by, where }: CubeAsk) {
  const cuts = by.map((name) => cutOf(name, 'n', 'night'))
  const filters = where.map((one, at) => ({ cut: cutOf(one.dimension, 'n', 'night'), one, at }))
  return {
    keys: cuts.map(({ sql, grouped }) => grouped ?? sql),
    chosen: `nights n left join rate_plans plan on plan.id = n.rate_plan_id
      ${joinsOf([...cuts, ...filters.map(({ cut }) => cut)])}
      where ${countedSql('n')}
        ${filters.map(({ cut, one, at }) => `and ${valueSql(cut.sql, one, at)}`).join(' ')}`,
    values: { from, to, today: source.today, ...valuesOf(where) },
  }
}

/** 0 is Sunday. */
const weekdaySql = (date: string) => `cast(strftime('%w', ${date}) as integer)`

/**
 * The dates of a booking that a cohort can go by. Only arrival and creation have an index: a departure and a cancellation are
 * looked for among arrivals of at most maxNights days before.
 */
const bookingDates = {
  arrival: { column: 'arrival', among: '' },
  creation: { column: 'created_on', among: '' },
  departure: { column: 'departure', among: 'and b.arrival >= @least and b.arrival < @to' },
  cancellation: { column: 'cancelled_on', among: 'and b.arrival >= @least' },
} as const
export type BookingDate = keyof typeof bookingDates
/** What reports let people choose from. */
export type Cohort = Extract<BookingDate, 'arrival' | 'creation'>

/** Numbers of a booking that are counted apart, for medians: whole nights, whole days between creation and arrival. */
export type BookingNumber = 'stay_nights' | 'lead_days'

export type BookingAsk = CubeAsk & {
  cohort: BookingDate
  /** Only of these; all but enquiries and the waiting list where none are given. */
  statuses?: readonly BookingStatus[]
  /** The last key of every row is this number. */
  number?: BookingNumber
}

export type BookingSums = {
  bookings: number
  cancelled: number
  noShows: number
  /** Came, or are in house. */
  arrivals: number
  /** Not cancelled before: came, did not come, or are still to come. */
  arrivalsDue: number
  bookedNights: number
  bookedRevenue: number
  /** Of the cancelled and of those who did not come, as they were booked. */
  lostNights: number
  lostRevenue: number
  /** Days between creation and arrival, summed. */
  leadDays: number
}
export type BookingRow = { keys: readonly Key[] } & BookingSums

const bookingSums = {
  bookings: 'count(*)',
  cancelled: "sum(b.status = 'cancelled')",
  noShows: "sum(b.status = 'no-show')",
  arrivals: "sum(b.status in ('in-house', 'checked-out'))",
  arrivalsDue: "sum(b.status in ('in-house', 'checked-out', 'no-show', 'confirmed'))",
  bookedNights: 'sum(b.stay_nights)',
  bookedRevenue: 'sum(b.total_minor)',
  lostNights: "sum(iif(b.status in ('cancelled', 'no-show'), b.stay_nights, 0))",
  lostRevenue: "sum(iif(b.status in ('cancelled', 'no-show'), b.total_minor, 0))",
  leadDays: 'sum(b.lead_days)',
} as const satisfies Record<keyof BookingSums, string>

/** Sums over the bookings of a cohort: those whose date lies in [from, to). Enquiries and the waiting list are no bookings. */
export function readBookingSums(store: LongReader, source: Source, ask: BookingAsk): BookingRow[] {
  const { sql: chosen, values, joins, keys } = chosenBookings(ask)
  const names = Object.keys(bookingSums) as (keyof BookingSums)[]
  const sums = names.map((name) => `${bookingSums[name]} as ${name}`)
  const shown = keys.map((key, at) => `${key} as k${at}`)
  const rows = rawOf(store)
    .prepare(
      `with ${bookingsSql(source)} select ${[...shown, ...sums].join(', ')} from booked b ${joins} ${chosen} ${groupBy(keys.length)}`,
    )
    .raw()
    .iterate(values) as Iterable<Key[]>
  const found: BookingRow[] = []
  for (const row of rows) {
    const figures = row.slice(keys.length) as number[]
    if (figures[0] === 0) continue
    const sumsOf = Object.fromEntries(names.map((name, at) => [name, figures[at] ?? 0])) as BookingSums
    found.push({ keys: row.slice(0, keys.length), ...sumsOf })
  }
  return found
}

/** The bookings of a cohort, in the order of arrival; at most `limit`. */
export function findBookings(
  store: LongReader,
  source: Source,
  ask: Omit<BookingAsk, 'by' | 'number'> & { weekday?: number },
  limit: number,
): BookingId[] {
  const { sql: chosen, values, joins } = chosenBookings({ ...ask, by: [] })
  const { column } = bookingDates[ask.cohort]
  return rawOf(store)
    .prepare(
      `with ${bookingsSql(source)} select distinct b.booking_id, b.arrival from booked b ${joins} ${chosen}
       ${ask.weekday === undefined ? '' : `and ${weekdaySql(`b.${column}`)} = @weekday`}
       order by b.arrival, b.booking_id limit @limit`,
    )
    .pluck()
    .all({ ...values, limit, ...(ask.weekday === undefined ? {} : { weekday: ask.weekday }) }) as BookingId[]
}

/** What the rows of a cohort are chosen and grouped by. */
function chosenBookings({ from, to, by, where, cohort, statuses, number }: BookingAsk) {
  const { column, among } = bookingDates[cohort]
  const cuts = by.map((name) => cutOf(name, 'b', column))
  const filters = where.map((one, at) => ({ cut: cutOf(one.dimension, 'b', column), one, at }))
  const all = [...cuts, ...filters.map(({ cut }) => cut)]
  const needsPlan = all.some(({ sql }) => sql.includes('plan.'))
  const which = statuses
    ? `b.status in (${statuses.map((one) => `'${one}'`).join(', ')})`
    : "b.status not in ('enquiry', 'waitlisted')"
  return {
    keys: [...cuts.map(({ sql, grouped }) => grouped ?? sql), ...(number ? [`b.${number}`] : [])],
    joins: `${needsPlan ? 'left join rate_plans plan on plan.id = b.rate_plan_id' : ''} ${joinsOf(all)}`,
    sql: `where b.${column} >= @from and b.${column} < @to ${among} and ${which}
      ${filters.map(({ cut, one, at }) => `and ${valueSql(cut.sql, one, at)}`).join(' ')}`,
    values: { from, to, ...(among === '' ? {} : { least: addDays(from, -maxNights) }), ...valuesOf(where) },
  }
}

function joinsOf(cuts: readonly { join?: string }[]): string {
  return [...new Set(cuts.flatMap(({ join }) => (join ? [join] : [])))].join(' ')
}

function groupBy(count: number): string {
  return count === 0 ? '' : `group by ${Array.from({ length: count }, (_, at) => `k${at}`).join(', ')}`
}

/** Whether a row has the value, or one of the values. */
function valueSql(cut: string, { others = [] }: Where, at: number): string {
  const any = [`${cut} is @w${at}`, ...others.map((_, index) => `${cut} is @w${at}_${index}`)]
  return any.length === 1 ? (any[0] ?? '') : `(${any.join(' or ')})`
}

function valuesOf(where: CubeAsk['where']): Record<string, Key> {
  return Object.fromEntries(
    where.flatMap(({ value, others = [] }, at) => [
      [`w${at}`, value],
      ...others.map((other, index) => [`w${at}_${index}`, other] as const),
    ]),
  )
}
