import { type RawBuilder, sql } from 'kysely'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import { type Hours, type HoursHeld, hoursOfNights, type RoomTimes } from '#shared/domain/booking/day-use.ts'
import { addDays, type BookingId, type BusinessDate, type RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { isLatestNight, isUnrecorded } from '../stay/unrecorded.ts'

/** A booking `b` whose hours keep others out of its room: see `holdsHours`. */
export const holdsHoursSql = sql.raw<boolean>(
  `(b.status in ('confirmed', 'in-house') and b.arrival = b.departure)`,
)

/** The room of a booking `b`: of its last night, of day use the day's; null without one. */
export const roomIdOfBooking: RawBuilder<RoomId | null> = sql.raw(
  '(coalesce(b.last_room_id, (select d.room_id from day_uses d where d.booking_id = b.id)))',
)

/** The hours of a booking `b` as lists show them, “10:00–14:00”; null where it has none. */
export const hoursOfBooking: RawBuilder<string | null> = sql.raw(
  `(select d.from_time || '–' || d.to_time from day_uses d where d.booking_id = b.id and b.arrival = b.departure)`,
)

type NightsRow = {
  roomId: RoomId
  before: 0 | 1
  on: 0 | 1
  confirmationNo: string | null
  status: BookingStatus | null
  arrival: BusinessDate | null
}

/** Bookings and blocks that have a room on the night before a day or on that of the day; of a room, or of all. */
const nightsAbout = preparedSql(
  (at: {
    roomId: RoomId | null
    before: BusinessDate
    on: BusinessDate
    except: BookingId | 0
  }) => sql<NightsRow>`
    select n.room_id as roomId, max(n.night = ${at.before}) as before, max(n.night = ${at.on}) as "on",
      b.confirmation_no as confirmationNo, b.status, b.arrival
    from room_nights n left join bookings b on b.id = n.booking_id
    where n.live = 1 and n.night in (${at.before}, ${at.on}) and n.room_id is not null
      and (${at.roomId} is null or n.room_id = ${at.roomId}) and n.booking_id is distinct from ${at.except}
    group by n.room_id, n.booking_id, n.closure_id order by min(n.night), n.booking_id`,
)

export type DayUseInRoom = Hours & { bookingId: BookingId; confirmationNo: string; day: BusinessDate }

const dayUsesIn = preparedSql(
  (at: { roomId: RoomId; days: string; except: BookingId | 0 }) => sql<DayUseInRoom>`
    select d.from_time as "from", d.to_time as "to", d.booking_id as bookingId, b.confirmation_no as confirmationNo,
      b.arrival as day
    from day_uses d join bookings b on b.id = d.booking_id
    where d.room_id = ${at.roomId} and d.booking_id <> ${at.except} and ${holdsHoursSql}
      and b.arrival in (select value from json_each(${at.days}))
    order by b.arrival, d.from_time`,
)

/** Day use that holds a room on some days, by day and time; a booking of one's own left out. */
export async function readDayUsesIn(
  db: Reader,
  roomId: RoomId,
  days: readonly BusinessDate[],
  except: BookingId | 0,
): Promise<DayUseInRoom[]> {
  return days.length === 0 ? [] : dayUsesIn.all(db, { roomId, days: JSON.stringify(days), except })
}

/** Who has a room at which hours of a day: other day use first, then nights before and of the day, and blocks. */
export async function readHoursHeld(
  db: Reader,
  roomId: RoomId,
  day: BusinessDate,
  times: RoomTimes,
  except: BookingId | 0,
): Promise<HoursHeld[]> {
  const uses = await readDayUsesIn(db, roomId, [day], except)
  const nights = await nightsAbout.all(db, { roomId, before: addDays(day, -1), on: day, except })
  return [...uses, ...nights.flatMap((row) => heldByNights(row, day, times))]
}

export type DayUseOfRoom = Omit<DayUseInRoom, 'bookingId'> & { roomId: RoomId }

const dayUsesOn = preparedSql(
  (at: { first: BusinessDate; last: BusinessDate; except: BookingId | 0 }) => sql<DayUseOfRoom>`
    select d.room_id as roomId, d.from_time as "from", d.to_time as "to", b.confirmation_no as confirmationNo,
      b.arrival as day
    from bookings b join day_uses d on d.booking_id = b.id
    where b.arrival between ${at.first} and ${at.last} and ${holdsHoursSql} and d.room_id is not null and b.id <> ${at.except}`,
)

/** Day use that holds any room from a day to another, both included; a booking of one's own left out. */
export function readDayUsesOn(
  db: Reader,
  first: BusinessDate,
  last: BusinessDate,
  except: BookingId | 0,
): Promise<DayUseOfRoom[]> {
  return dayUsesOn.all(db, { first, last, except })
}

/** Who has which room at which hours of a day, as `readHoursHeld` says it of one. */
export async function readHoursHeldIn(
  db: Reader,
  day: BusinessDate,
  times: RoomTimes,
  except: BookingId | 0,
): Promise<Map<RoomId, HoursHeld[]>> {
  const held = new Map<RoomId, HoursHeld[]>()
  const add = (roomId: RoomId, hours: readonly HoursHeld[]) =>
    void held.set(roomId, [...(held.get(roomId) ?? []), ...hours])
  for (const { roomId, ...use } of await readDayUsesOn(db, day, day, except)) add(roomId, [use])
  for (const row of await nightsAbout.all(db, { roomId: null, before: addDays(day, -1), on: day, except }))
    add(row.roomId, heldByNights(row, day, times))
  return held
}

function heldByNights(row: NightsRow, day: BusinessDate, times: RoomTimes): HoursHeld[] {
  const { before, on, confirmationNo, status, arrival } = row
  const booking = status && arrival ? { status, arrival } : null
  const hours = hoursOfNights({ before: before === 1, on: on === 1, booking }, day, times)
  return hours ? [{ ...hours, confirmationNo }] : []
}

const roomsIn = preparedSql(
  (at: { except: BookingId | 0; today: BusinessDate }) => sql<{ roomId: RoomId }>`
    select s.room_id as roomId from stays s join bookings b on b.id = s.booking_id
    where s.room_id is not null and s.checked_in_at is not null and s.checked_out_at is null
      and b.status = 'in-house' and b.id <> ${at.except}
    union all select n.room_id from bookings b cross join room_nights n on n.booking_id = b.id and ${isLatestNight(at.today)}
    where ${isUnrecorded} and n.room_id is not null and b.id <> ${at.except}`,
)

/** The rooms in which somebody is now. */
export async function readRoomsIn(
  db: Reader,
  at: { except: BookingId | 0; today: BusinessDate },
): Promise<Set<RoomId>> {
  return new Set((await roomsIn.all(db, at)).map(({ roomId }) => roomId))
}
