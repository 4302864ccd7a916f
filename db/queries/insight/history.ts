import { bookingStatuses } from '#shared/domain/booking/booking.ts'
import { noBirthDate } from '#shared/domain/insight/facts/facts-as-of.ts'
import {
  type BookingColumns,
  type History,
  type HistoryWords,
  historyWords,
  NONE,
} from '#shared/domain/insight/facts/history.ts'
import { inOnePiece } from '#shared/domain/insight/facts/one-piece.ts'
import { isSold } from '#shared/domain/rate/rate-plan.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { createDays, createWordList } from './columns.ts'
import { readFelt, readPreferences, readRequests, readTiers } from './history-lists.ts'
import { readRevenue } from './history-revenue.ts'
import type { Places, Pulse, Reading } from './reading.ts'

/**
 * The bookings of all guests as columns, or of some guests. Asked for within a read transaction, so that all of it is of
 * one moment, however long it takes. Guests without a name are counted and left out.
 */
export function readHistory(
  raw: RawDatabase,
  pulse: Pulse = () => undefined,
  guestIds?: readonly number[],
): History {
  // Ids are whole numbers: what is not becomes no text of the statement
  const listed = guestIds?.filter(Number.isInteger).join(',')
  const reading: Reading = {
    raw,
    pulse,
    days: createDays(),
    lists: Object.fromEntries(historyWords.map((name) => [name, createWordList()])) as Reading['lists'],
    only: (column) => (listed === undefined ? '' : ` and ${column} in (${listed})`),
  }
  const seq =
    (raw.prepare('select seq from change_head where id = 1').pluck().get() as number | undefined) ?? 0
  const { guests, places } = readGuests(reading)
  const { bookings, from, positions } = readBookings(reading, places, guests.id.length)
  return {
    guests,
    from,
    bookings,
    later: readRevenue(reading, bookings, positions),
    requests: readRequests(reading, positions, bookings.arrival.length),
    felt: readFelt(reading, places, guests.id.length),
    preferences: readPreferences(reading, places, guests.id.length),
    tiers: readTiers(reading, places, guests.id.length),
    words: Object.fromEntries(historyWords.map((name) => [name, reading.lists[name].words])) as HistoryWords,
    unnamed: readUnnamed(reading),
    seq,
  }
}

function maxId(raw: RawDatabase, table: string): number {
  return (raw.prepare(`select max(id) from ${table}`).pluck().get() as number | null) ?? 0
}

function countOf({ raw, only }: Reading, table: string, where: string, column: string): number {
  return raw
    .prepare(`select count(*) from ${table} where ${where}${only(column)}`)
    .pluck()
    .get() as number
}

function readUnnamed(reading: Reading): History['unnamed'] {
  const { raw, only } = reading
  const guests = countOf(reading, 'guests', 'unnamed = 1', 'id')
  if (guests === 0) return { guests, bookings: 0 }
  const bookings = raw
    .prepare(
      `select count(*) from bookings where guest_id in (select id from guests where unnamed = 1${only('id')})`,
    )
    .pluck()
    .get() as number
  return { guests, bookings }
}

type GuestValues = [number, string, string, string, string | null, string, number | null]

function readGuests(reading: Reading): { guests: History['guests']; places: Places } {
  const { raw, days, lists, only } = reading
  const count = countOf(reading, 'guests', 'unnamed = 0', 'id')
  const places = new Int32Array(maxId(raw, 'guests') + 1).fill(NONE)
  const guests: History['guests'] = {
    id: new Int32Array(count),
    createdOn: new Int32Array(count),
    birthDate: new Int32Array(count),
    nationality: new Uint16Array(count),
    gender: new Uint16Array(count),
    language: new Uint16Array(count),
    excluded: new Uint8Array(count),
  }
  const rows = raw
    .prepare(
      `select g.id, nationality, gender, language, birth_date, created_at, excluded
        from guests g left join guest_judgements j on j.guest_id = g.id where unnamed = 0${only('g.id')} order by g.id`,
    )
    .raw()
    .iterate() as Iterable<GuestValues>
  let g = 0
  for (const [id, nationality, gender, language, born, createdAt, excluded] of rows) {
    places[id] = g
    guests.id[g] = id
    guests.nationality[g] = lists.nationality.code(nationality)
    guests.gender[g] = lists.gender.code(gender)
    guests.language[g] = lists.language.code(language)
    guests.birthDate[g] = born === null ? noBirthDate : days(born)
    guests.createdOn[g] = days(createdAt)
    guests.excluded[g] = excluded ?? 0
    g += 1
  }
  return { guests, places }
}

type BookingValues = [
  id: number,
  guest: number,
  arrival: string,
  departure: string,
  status: string,
  createdOn: string,
  ratePlan: number | null,
  segment: string,
  channel: string,
  company: number | null,
  total: number,
  roomType: number,
  adults: number,
  children: number,
  cancelledOn: string | null,
]

/** In the order of the index that has all of it: a guest's bookings lie all over the file, their index entries together. */
const inOrder = (only: string) => `
  select id, guest_id, arrival, departure, status, created_on, rate_plan_id, segment, channel, company_id,
    total_minor, room_type_id, adults, children, cancelled_on
  from bookings indexed by bookings_by_guest where guest_id > 0${only} order by guest_id, arrival, departure, status, created_on`
const pulseRows = 50_000

function readBookings(reading: Reading, places: Places, guestCount: number) {
  const { raw, pulse, only } = reading
  const all = countOf(reading, 'bookings', 'guest_id > 0', 'guest_id')
  const bookings: BookingColumns = inOnePiece(all, bookingColumns)
  const positions: Places = new Int32Array(maxId(raw, 'bookings') + 1).fill(NONE)
  const from = new Int32Array(guestCount + 1)
  const put = createPut(reading, bookings)
  let b = 0
  let next = 0
  let read = 0
  const rows = raw
    .prepare(inOrder(only('guest_id')))
    .raw()
    .iterate() as Iterable<BookingValues>
  for (const row of rows) {
    read += 1
    if (read % pulseRows === 0) pulse(read, all * 2)
    const g = places[row[1]] as number
    if (g === NONE) continue
    while (next <= g) from[next++] = b
    positions[row[0]] = b
    put(b, row)
    b += 1
  }
  while (next <= guestCount) from[next++] = b
  readRest(reading, bookings, positions, all)
  return { bookings: cut(bookings, b), from, positions }
}

const bookingColumns = {
  status: Uint8Array,
  arrival: Int32Array,
  departure: Int32Array,
  createdOn: Int32Array,
  cancelledOn: Int32Array,
  total: Float64Array,
  revenue: Float64Array,
  other: Float64Array,
  byLedger: Uint8Array,
  adults: Uint8Array,
  children: Uint8Array,
  segment: Uint16Array,
  channel: Uint16Array,
  roomType: Uint16Array,
  ratePlan: Uint16Array,
  meal: Uint16Array,
  sold: Uint8Array,
  upgraded: Uint8Array,
  company: Int32Array,
} as const

/** Without the places of the bookings that were left out. */
function cut(bookings: BookingColumns, count: number): BookingColumns {
  if (bookings.arrival.length === count) return bookings
  return Object.fromEntries(
    Object.entries(bookings).map(([name, column]) => [name, column.slice(0, count)]),
  ) as BookingColumns
}

function createPut({ raw, days, lists }: Reading, into: BookingColumns) {
  const statuses = new Map<string, number>(bookingStatuses.map((status, at) => [status, at]))
  const types = codesById(raw, 'room_types')
  const plans = codesById(raw, 'rate_plans')
  const kinds = new Map(raw.prepare('select id, kind from rate_plans').raw().all() as [number, string][])
  return (b: number, row: BookingValues) => {
    const [, , arrival, departure, status, createdOn, plan, segment] = row
    const [, , , , , , , , channel, company, total, roomType, adults, children, cancelledOn] = row
    into.arrival[b] = days(arrival)
    into.departure[b] = days(departure)
    into.status[b] = statuses.get(status) as number
    into.createdOn[b] = days(createdOn)
    into.cancelledOn[b] = cancelledOn === null ? NONE : days(cancelledOn)
    into.total[b] = total
    into.adults[b] = Math.min(adults, 255)
    into.children[b] = Math.min(children, 255)
    into.segment[b] = lists.segment.code(segment)
    into.channel[b] = lists.channel.code(channel)
    into.roomType[b] = lists.roomType.code(types.get(roomType) ?? '')
    into.ratePlan[b] = plan === null ? 0 : lists.ratePlan.code(plans.get(plan) ?? '')
    into.sold[b] = isSold(plan === null ? null : (kinds.get(plan) ?? null), segment) ? 1 : 0
    into.company[b] = company ?? NONE
  }
}

function codesById(raw: RawDatabase, table: 'room_types' | 'rate_plans'): Map<number, string> {
  return new Map(raw.prepare(`select id, code from ${table}`).raw().all() as [number, string][])
}

type RestValues = [id: number, meal: string, upgraded: number]

/** What the index does not have, in the order of the file. */
function readRest(
  { raw, pulse, lists, only }: Reading,
  into: BookingColumns,
  positions: Places,
  all: number,
): void {
  const rows = raw
    .prepare(
      `select id, meal, room_type_id <> charged_room_type_id from bookings where id > 0${only('guest_id')}`,
    )
    .raw()
    .iterate() as Iterable<RestValues>
  let read = 0
  for (const [id, meal, upgraded] of rows) {
    read += 1
    if (read % pulseRows === 0) pulse(all + read, all * 2)
    const b = positions[id] as number
    if (b === NONE) continue
    into.meal[b] = lists.meal.code(meal)
    into.upgraded[b] = upgraded
  }
}
