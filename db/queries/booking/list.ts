import { type RawBuilder, sql } from 'kysely'
import type { DayView } from '#shared/domain/booking/booking.ts'
import type { DayLine } from '#shared/domain/booking/day-list.ts'
import type { ClosureKind } from '#shared/domain/housekeeping/closure.ts'
import type { GuestNames } from '#shared/domain/name/name.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type GuestId,
  nightsOf,
  type RoomId,
} from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'
import { hoursOfBooking } from './day-use.ts'
import { alertsOfGuest, tierOfGuest } from './view.ts'

/** A list of a day: a view on a date. */
export type DayFilter = { view: DayView; date: BusinessDate; businessDate: BusinessDate }

/** Of a booking's nights `n` the one that a day is of: the last by then, else the first. */
const nightOf = (day: RawBuilder<string>) =>
  sql`order by n.night > ${day}, case when n.night > ${day} then n.night end, n.night desc limit 1`

/** The room on a day: the last it had by then, else the first it will have; of day use that of its hours. `b` is the booking. */
export function roomOn(day: RawBuilder<string>): RawBuilder<string | null> {
  return sql<string | null>`iif(b.arrival = b.departure,
    (select r.number from day_uses d join rooms r on r.id = d.room_id where d.booking_id = b.id),
    (select r.number from room_nights n join rooms r on r.id = n.room_id where n.booking_id = b.id ${nightOf(day)})
  )`
}

/** The id of the room of that night, null where it has none: the rule of roomOnDay (shared/domain/booking/booking.ts). */
export function roomIdOn(day: RawBuilder<string>): RawBuilder<RoomId | null> {
  return sql<RoomId | null>`iif(b.arrival = b.departure,
    (select d.room_id from day_uses d where d.booking_id = b.id),
    (select n.room_id from room_nights n where n.booking_id = b.id ${nightOf(day)})
  )`
}

const requests = sql<number>`(select count(*) from requests q where q.booking_id = b.id)`
/** Changes of the booking itself after it was made: each raised its version by one. */
const changes = sql<number>`b.version - 1`

/** Literal, so that the partial index over guests in house serves. */
const isInHouse = sql<boolean>`b.status = 'in-house'`

/** Every booking of a view with what it is sorted and found by. The room is looked up only where it is asked for. */
export async function readDayLines(
  db: Reader,
  filter: DayFilter,
  { rooms }: { rooms: boolean },
): Promise<DayLine[]> {
  return selection(db, filter)
    .select([
      'b.id',
      'b.confirmation_no as confirmationNo',
      'b.expected_time as expectedTime',
      'g.sort_key as sortKey',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
      (rooms ? roomOn(sql`${filter.businessDate}`) : sql<string | null>`null`).as('roomNumber'),
    ])
    .execute()
}

/** Bookings as the lists of a day show them, by their ids and in no order. */
export async function readBookingRows(db: Reader, ids: readonly BookingId[], businessDate: BusinessDate) {
  return readWith(db)
    .selectFrom('bookings as b')
    .innerJoin('guests as g', 'g.id', 'b.guest_id')
    .innerJoin('room_types as t', 't.id', 'b.room_type_id')
    .leftJoin('rate_plans as p', 'p.id', 'b.rate_plan_id')
    .select([
      'b.id',
      'b.confirmation_no as confirmationNo',
      'b.guest_id as guestId',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
      'b.status',
      'b.arrival',
      'b.departure',
      't.code as roomTypeCode',
      'p.code as ratePlanCode',
      'b.adults',
      'b.children',
      'b.infants',
      'b.created_on as createdOn',
      'b.cancelled_on as cancelledOn',
      'b.channel',
      'b.guarantee',
      'b.expected_time as expectedTime',
      'b.hold_until as holdUntil',
      roomOn(sql`${businessDate}`).as('roomNumber'),
      hoursOfBooking.as('hours'),
      'b.total_minor as roomRevenueMinor',
      changes.as('changes'),
      requests.as('requests'),
      'b.open_requests as openRequests',
      alertsOfGuest.as('alerts'),
      tierOfGuest.as('tier'),
    ])
    .where(sql<boolean>`b.id in ${idList(ids)}`)
    .execute()
}

export type RoomUser = GuestNames & {
  id: BookingId
  guestId: GuestId
  roomNumber: string
  status: string
  arrival: BusinessDate
  departure: BusinessDate
}

/** Everybody who is in a room on the business date or due in to it. */
export async function readRoomUsers(db: Reader, businessDate: BusinessDate): Promise<RoomUser[]> {
  const users: RoomUser[] = []
  for (const view of ['in-house', 'due-in'] as const) {
    const rows = await selection(db, { view, date: businessDate, businessDate })
      .select([
        'b.id',
        'b.guest_id as guestId',
        'b.status',
        'b.arrival',
        'b.departure',
        'g.native_name as nativeName',
        'g.family_name as familyName',
        'g.given_name as givenName',
        roomOn(sql`${businessDate}`).as('roomNumber'),
      ])
      .execute()
    users.push(...rows.filter((row): row is RoomUser => row.roomNumber !== null))
  }
  return users
}

/** Whether a closure of this kind has the room `r` on a date. */
function isClosed(kind: ClosureKind, date: BusinessDate): RawBuilder<number> {
  return sql<number>`exists (
    select 1 from closures c
    where c.room_id = r.id and c.kind = ${kind} and c.from_night <= ${date} and c.to_night > ${date}
  )`
}

/** What rooms are in by their numbers: cleaned or not, out of service, closed on a date. */
export async function readRoomStates(db: Reader, numbers: readonly string[], date: BusinessDate) {
  return readWith(db)
    .selectFrom('rooms as r')
    .select([
      'r.number',
      'r.housekeeping',
      sql<number>`r.out_of_service or ${isClosed('out-of-service', date)}`.as('outOfService'),
      isClosed('out-of-order', date).as('outOfOrder'),
    ])
    .where('r.number', 'in', numbers)
    .execute()
}

/** A guest who has not come is awaited for so many days at most; every day is one look into the index by arrival and status. */
const lateDays = 90

/** The days of arrival of those who are due in: on the business date also the days before. */
export function dueDays({ date, businessDate }: Omit<DayFilter, 'view'>): BusinessDate[] {
  return nightsOf(addDays(date, date === businessDate ? -lateDays : 0), addDays(date, 1))
}

/**
 * Guests in house are known by status and not by dates: anyone who has overstayed is in house still. On another day
 * than today it is who is in house now and stays that night. Due in today is also who should have come before and is
 * neither cancelled nor a no-show yet.
 */
function selection(db: Reader, { view, date, businessDate }: DayFilter) {
  const from = readWith(db).selectFrom('bookings as b').innerJoin('guests as g', 'g.id', 'b.guest_id')
  const today = date === businessDate
  switch (view) {
    case 'due-in':
      return from
        .where('b.status', '=', 'confirmed')
        .where('b.arrival', 'in', dueDays({ date, businessDate }))
    case 'created':
      return from.where('b.created_on', '=', date)
    case 'due-out':
      return from.where(isInHouse).where('b.departure', today ? '<=' : '=', date)
    case 'in-house': {
      const query = from.where(isInHouse)
      return today ? query : query.where('b.arrival', '<=', date).where('b.departure', '>', date)
    }
  }
}
