/** The operations that are measured, each with its inputs and its equal by hand. */
import type { OpenDesk } from '#core/compose.ts'
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { OperationName, OutputOf } from '#shared/contract/index.ts'
import { addDays, addMonths, type BusinessDate } from '#shared/values/index.ts'
import type { NewBooking } from './floor-booking.ts'
import { profileFloor } from './floor-profile.ts'
import { availabilityFloor, bookingGetFloor, changeListFloor, freeRoomsFloor } from './floor-reads.ts'
import { daysFloor, type FloorDay } from './floor-report.ts'
import { type FloorRow, searchFloor } from './floor-search.ts'
import {
  anyBookings,
  anyGuests,
  anySequences,
  busyGuests,
  type Dates,
  futureDates,
  keystrokes,
} from './inputs.ts'
import type { Case } from './measure.ts'

export type Bench = {
  desk: OpenDesk
  /** The store that the application has open, to read from. */
  reader: RawDatabase
  today: BusinessDate
  /** How many samples, against the usual number. */
  scale: number
}

type AnyCase = Case<never>

export function casesFor(bench: Bench): AnyCase[] {
  return [
    ...searchCases(bench),
    ...profileCases(bench),
    ...readCases(bench),
    yearCase(bench),
  ] as unknown as AnyCase[]
}

/** As many rows as the page asks for at 1366×768, and a few more. */
const rowsOfAPage = 30

export function caller(desk: OpenDesk) {
  return async <N extends OperationName>(
    name: N,
    input: unknown,
    requestId?: string,
  ): Promise<OutputOf<N>> => {
    const reply = await desk.call(name, input, requestId)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    return reply.output as OutputOf<N>
  }
}

function searchCases({ desk, reader, today, scale }: Bench) {
  const call = caller(desk)
  const floor = searchFloor(reader, today)
  const texts = keystrokes(reader, Math.ceil(140 * scale))
  const search: Case<string> = {
    name: 'guest.search',
    inputs: texts,
    warmUp: Math.ceil(texts.length / 10),
    app: (text) => call('guest.search', { text, limit: rowsOfAPage }),
    view: ({ rows, total, capped }: OutputOf<'guest.search'>) => ({ rows: rows.map(rowOf), total, capped }),
    floor: (text) => floor.search(text, rowsOfAPage),
  }
  const palette: Case<string> = {
    name: 'search.palette',
    inputs: texts.filter((_, i) => i % 3 === 0),
    warmUp: Math.ceil(texts.length / 30),
    app: (text) => call('search.palette', { text }),
    view: ({ guests }: OutputOf<'search.palette'>) => guests.map(({ id, name }) => ({ id, name })),
    floor: (text) => paletteByHand(text),
  }
  const number = reader.prepare(
    `select b.id, b.confirmation_no, b.arrival, b.departure, b.status, g.native_name from bookings b
     join guests g on g.id = b.guest_id where b.confirmation_no >= ? and b.confirmation_no < ? order by b.confirmation_no desc limit 5`,
  )
  const room = reader.prepare(
    'select id, number from rooms where number >= ? and number < ? and active = 1 order by number limit 5',
  )
  const inRoom = reader.prepare(
    `select b.id, g.native_name from room_nights n cross join bookings b cross join guests g where n.live = 1 and n.room_id = ?
     and n.night in (?, ?) and b.id = n.booking_id and b.status = 'in-house' and g.id = b.guest_id`,
  )
  function paletteByHand(text: string) {
    const rows = floor.rows(floor.palette(text, 8))
    if (text.length >= 3 && /^\w+$/.test(text)) number.all(text, `${text}\u{10fffd}`)
    for (const { id } of room.all(text, `${text}\u{10fffd}`) as { id: number }[])
      inRoom.all(id, addDays(today, -1), today)
    return rows.map(({ id, name }) => ({ id, name }))
  }
  return [search, palette]
}

function rowOf(row: OutputOf<'guest.search'>['rows'][number]): FloorRow {
  const { match: _match, unnamed: _unnamed, inHouse: _inHouse, ...same } = row
  return { ...same, tags: [...same.tags] }
}

function profileCases({ desk, reader, scale }: Bench) {
  const call = caller(desk)
  const floor = profileFloor(reader)
  const profile = (name: string, ids: number[]): Case<number> => ({
    name,
    inputs: ids,
    warmUp: Math.ceil(ids.length / 10),
    app: (id) => call('guest.profile', { id }),
    view: viewOfProfile,
    floor,
  })
  return [
    profile('guest.profile', busyGuests(reader, Math.ceil(300 * scale))),
    profile('guest.profile (any guest)', anyGuests(reader, Math.ceil(300 * scale))),
  ]
}

function viewOfProfile({
  guest,
  asGuest,
  asBooker,
  years,
  bookings,
  requests,
  memberships,
}: OutputOf<'guest.profile'>) {
  const figures = (of: typeof asGuest) => ({
    bookings: of.bookings,
    stays: of.stays,
    nights: of.nights,
    revenue: of.roomRevenueMinor,
    lastStay: of.lastStay,
  })
  return {
    id: guest.id,
    version: guest.version,
    nativeName: guest.nativeName,
    contacts: guest.contacts.length,
    documents: guest.documents.length,
    preferences: guest.preferences.length,
    tags: guest.tags.length,
    notes: guest.notes.length,
    alerts: guest.alerts.length,
    consents: guest.consents.length,
    asGuest: figures(asGuest),
    asBooker: figures(asBooker),
    years: years.map((one) => [one.year, one.nights, one.roomRevenueMinor]),
    bookings: bookings.map((one) => ({
      id: one.id,
      status: one.status,
      room: one.roomNumber,
      revenue: one.roomRevenueMinor,
      changes: one.changes,
      requests: one.requests,
    })),
    requests: requests.map(({ id, status }) => ({ id, status })),
    memberships: memberships.map(({ number, tier, history }) => ({
      number,
      tier: tier.code,
      history: history.length,
    })),
  }
}

function readCases({ desk, reader, today, scale }: Bench) {
  const call = caller(desk)
  const stock = availabilityFloor(reader)
  const free = freeRoomsFloor(reader)
  const count = Math.ceil(300 * scale)
  const booking: Case<number> = {
    name: 'booking.get',
    inputs: anyBookings(reader, count),
    warmUp: Math.ceil(count / 10),
    app: (id) => call('booking.get', { id }),
    view: (one: OutputOf<'booking.get'>) => ({
      id: one.id,
      version: one.version,
      status: one.status,
      nights: one.nights.length,
      totalMinor: one.totalMinor,
      guest: one.guest.name,
      people: new Set([
        one.guest.id,
        ...(one.booker ? [one.booker.id] : []),
        ...one.companions.map(({ id }) => id),
      ]).size,
      requests: one.requests.map(({ id }) => id),
    }),
    floor: bookingGetFloor(reader),
  }
  type Page = { before: number; entity?: 'booking' | 'guest'; limit: number }
  const pages = anySequences(reader, count).map((before, i): Page => {
    return {
      before,
      limit: 50,
      ...(i % 3 === 0 ? { entity: 'booking' } : i % 3 === 1 ? { entity: 'guest' } : {}),
    }
  })
  const changes: Case<Page> = {
    name: 'change.list',
    inputs: pages,
    warmUp: Math.ceil(count / 10),
    app: ({ before, ...rest }) => call('change.list', { ...rest, after: String(before) }),
    // Numbers of documents are masked before they are shown: they are compared as what they are, not as text.
    view: ({ rows }: OutputOf<'change.list'>) =>
      rows.map(({ seq, label, before, after, undoneBy }) => ({
        seq,
        label,
        before: before && Object.keys(before),
        after: after && Object.keys(after),
        undoneBy,
      })),
    floor: (page) => changesByHand(page),
  }
  const log = changeListFloor(reader)
  function changesByHand(page: Page) {
    return log(page).map((row) => ({
      ...row,
      before: row.before && Object.keys(row.before),
      after: row.after && Object.keys(row.after),
    }))
  }
  const dates = futureDates(today, count)
  const availability: Case<Dates> = {
    name: 'room.availability',
    inputs: dates,
    warmUp: Math.ceil(count / 10),
    app: (stay) => call('room.availability', stay),
    view: (types: OutputOf<'room.availability'>) =>
      types.map(({ roomTypeId, nights, left }) => ({
        roomTypeId,
        nights: nights.map(({ night, sold, left: ofNight }) => ({ night, sold, left: ofNight })),
        left,
      })),
    floor: ({ arrival, departure }) => stock(arrival, departure),
  }
  const rooms: Case<Dates> = {
    name: 'room.free',
    inputs: dates,
    warmUp: Math.ceil(count / 10),
    app: (stay) => call('room.free', stay),
    view: (found: OutputOf<'room.free'>) => found.map(({ number }) => number).sort(),
    floor: ({ arrival, departure }) => free(arrival, departure).sort(),
  }
  return [booking, changes, availability, rooms]
}

/** Waits until the file of reports has everything, which only a report of an earlier moment does. */
export async function fillReports(call: ReturnType<typeof caller>, today: BusinessDate): Promise<void> {
  await call('report.run', {
    name: 'occupancy',
    parameters: { from: today, to: today },
    asOf: addDays(today, -1),
  })
}

/** Years by day that end at the beginning of a month, from the last back to the first. */
function yearCase({ desk, reader, today, scale }: Bench): Case<{ from: BusinessDate; to: BusinessDate }> {
  const call = caller(desk)
  const floor = daysFloor(reader)
  const first = reader
    .prepare('select min(night) from room_nights where live = 1')
    .pluck()
    .get() as BusinessDate
  const ends = Array.from({ length: Math.ceil(60 * scale) }, (_, at) => addMonths(today, -at))
  const years = ends.map((to) => ({ from: addMonths(to, -12), to })).filter(({ from }) => from >= first)
  return {
    name: 'report.run: year by day',
    inputs: years,
    warmUp: Math.ceil(years.length / 10),
    app: ({ from, to }) =>
      call('report.run', { name: 'occupancy', parameters: { from, to: addDays(to, -1) } }),
    view: ({ tables }: OutputOf<'report.run'>): FloorDay[] =>
      tables[0].rows
        .filter(({ roomsSold }) => Number(roomsSold) > 0)
        .map(({ day, roomsSold, roomRevenue }) => ({ day, roomsSold, roomRevenue }) as FloorDay),
    floor: ({ from, to }) => floor(from, to),
  }
}

/** Bookings to make, on dates with rooms enough for all of them: the hotel is asked once, in the beginning. */
export function newBookings(reader: RawDatabase, today: BusinessDate, count: number): NewBooking[] {
  const stock = availabilityFloor(reader)
  const ratePlanId = reader.prepare("select id from rate_plans where code = 'BAR'").pluck().get() as number
  const open = Array.from({ length: 150 }, (_, i) => addDays(today, 30 + 2 * i)).flatMap((arrival) => {
    const departure = addDays(arrival, 2)
    const type = stock(arrival, departure).sort((a, b) => b.left - a.left)[0]
    return type && type.left > 8 ? [{ arrival, departure, roomTypeId: type.roomTypeId }] : []
  })
  return anyGuests(reader, Math.min(count, open.length * 6)).map((guestId, i) => ({
    requestId: `bench-${process.pid}-${i}`,
    guestId,
    ratePlanId,
    ...(open[i % open.length] as (typeof open)[number]),
  }))
}
