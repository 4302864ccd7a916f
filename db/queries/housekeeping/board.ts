import { sql } from 'kysely'
import type { ClosureKind } from '#shared/domain/housekeeping/closure.ts'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, ClosureId, GuestId, RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { dueDays, roomIdOn } from '../booking/list.ts'
import { tierOfGuest } from '../booking/view.ts'

export type BoardRoom = {
  id: RoomId
  number: string
  floor: number
  roomTypeCode: string
  state: string
  outOfService: number
  version: number
}

/** Rooms in use with their types. */
export const boardRooms = preparedSql(
  () => sql<BoardRoom>`
    select r.id, r.number, r.floor, t.code as roomTypeCode, r.housekeeping as state, r.out_of_service as outOfService, r.version
    from rooms r join room_types t on t.id = r.room_type_id where r.active = 1`,
)

export type BoardGuest = GuestNames & {
  bookingId: BookingId
  guestId: GuestId
  roomId: RoomId
  arrival: BusinessDate
  departure: BusinessDate
  expectedTime: string | null
  /** Who has come and waits for the room. */
  arrivedAt: string | null
  doNotDisturb: number
  persons: number
  tier: string | null
}

const guestOfBoard = sql`b.id as bookingId, b.guest_id as guestId, b.arrival, b.departure,
  b.expected_time as expectedTime, s.arrived_at as arrivedAt, coalesce(s.do_not_disturb, 0) as doNotDisturb, b.adults + b.children + b.infants as persons,
  g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName, ${tierOfGuest} as tier`

/**
 * Who is in a room: where the stay says, else in the room of today, or of the last night where the stay is over. The plus
 * keeps the order from choosing the table itself over the index of guests in house.
 */
export const boardStays = preparedSql(
  (at: { date: BusinessDate }) => sql<BoardGuest>`
    select ${guestOfBoard}, coalesce(s.room_id, n.room_id) as roomId from bookings b
    left join stays s on s.booking_id = b.id
    left join room_nights n on n.booking_id = b.id
      and n.night = (select max(night) from room_nights where booking_id = b.id and night <= ${at.date})
    join guests g on g.id = b.guest_id
    where b.status = 'in-house' and coalesce(s.room_id, n.room_id) is not null order by +b.id`,
)

/** Who is due in to a room. */
export const boardArrivals = preparedSql(
  (at: { days: string; date: BusinessDate }) => sql<BoardGuest>`
    select ${guestOfBoard}, n.room_id as roomId from bookings b
    left join stays s on s.booking_id = b.id
    join room_nights n on n.booking_id = b.id and n.night = max(b.arrival, min(${at.date}, date(b.departure, '-1 day')))
    join guests g on g.id = b.guest_id
    where b.status = 'confirmed' and b.arrival in (select value from json_each(${at.days})) and n.room_id is not null
    order by s.arrived_at is null, b.expected_time is null, b.expected_time, b.id`,
)

/** Day use that is due in to a room: it is wanted when the hours begin. */
const boardDayUses = preparedSql(
  (at: { date: BusinessDate }) => sql<BoardGuest>`
    select ${guestOfBoard}, d.room_id as roomId, d.from_time as expectedTime from day_uses d
    join bookings b on b.id = d.booking_id
    left join stays s on s.booking_id = b.id
    join guests g on g.id = b.guest_id
    where b.status = 'confirmed' and b.arrival = ${at.date} and b.departure = ${at.date} and d.room_id is not null
    order by d.from_time, b.id`,
)

export type BoardClosure = {
  id: ClosureId
  roomId: RoomId
  kind: ClosureKind
  from: BusinessDate
  to: BusinessDate
  reason: string
  version: number
}

/** Closures of today and of the days to come, the earliest first. */
export const boardClosures = preparedSql(
  (at: { date: BusinessDate }) => sql<BoardClosure>`
    select id, room_id as roomId, kind, from_night as "from", to_night as "to", reason, version
    from closures where to_night > ${at.date} order by from_night, id`,
)

const openTickets = preparedSql(
  () => sql<{ roomId: RoomId; tickets: number }>`
    select room_id as roomId, count(*) as tickets from tickets where status <> 'done' and room_id is not null group by room_id`,
)

/** How many days on end, up to the day before, nobody was let into a room by the guest who is in it. */
const shutOut = preparedSql(
  (at: { date: BusinessDate }) => sql<{ roomId: RoomId; onDate: BusinessDate; outcome: string | null }>`
    select room_id as roomId, on_date as onDate, outcome from housekeeping_tasks
    where on_date < ${at.date} and on_date >= date(${at.date}, '-14 days') order by on_date desc, id`,
)

/** All that the board shows of rooms: a handful of statements for a house of any size. */
export async function readBoard(db: Reader, date: BusinessDate) {
  const days = JSON.stringify(dueDays({ date, businessDate: date }))
  return {
    rooms: await boardRooms.all(db, {}),
    stays: await boardStays.all(db, { date }),
    // Whoever comes first is who the room is made ready for
    arrivals: [...(await boardDayUses.all(db, { date })), ...(await boardArrivals.all(db, { days, date }))],
    closures: await boardClosures.all(db, { date }),
    tickets: await openTickets.all(db, {}),
    visits: await shutOut.all(db, { date }),
  }
}

const personsIn = preparedSql(
  (at: { roomId: RoomId; date: BusinessDate }) => sql<{ persons: number }>`
    select coalesce(sum(b.adults + b.children + b.infants), 0) as persons from bookings b
    left join stays s on s.booking_id = b.id
    left join room_nights n on n.booking_id = b.id
      and n.night = (select max(night) from room_nights where booking_id = b.id and night <= ${at.date})
    where b.status = 'in-house' and coalesce(s.room_id, n.room_id) = ${at.roomId}`,
)

/** How many persons the desk has in a room. */
export async function readPersonsIn(db: Reader, roomId: RoomId, date: BusinessDate): Promise<number> {
  return (await personsIn.first(db, { roomId, date }))?.persons ?? 0
}

const roomsOfBookings = preparedSql(
  (at: { bookings: string; date: BusinessDate }) => sql<{
    bookingId: BookingId
    roomId: RoomId
    roomNumber: string
  }>`
    select b.id as bookingId, r.id as roomId, r.number as roomNumber from bookings b
    left join stays s on s.booking_id = b.id
    join rooms r on r.id = coalesce(s.room_id, ${roomIdOn(sql`${at.date}`)})
    where b.id in (select value from json_each(${at.bookings}))`,
)

/** The rooms that guests are in now, else those that they come to. */
export async function readRoomsOfBookings(
  db: Reader,
  bookings: readonly BookingId[],
  date: BusinessDate,
): Promise<Map<BookingId, { roomId: RoomId; roomNumber: string }>> {
  const rows = await roomsOfBookings.all(db, { bookings: JSON.stringify(bookings), date })
  return new Map(rows.map(({ bookingId, ...room }) => [bookingId, room]))
}
