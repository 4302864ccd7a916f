import { type RawBuilder, sql } from 'kysely'
import type { DayView } from '#shared/domain/booking/booking.ts'
import { addDays, type BusinessDate, nightsOf } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { alertsOfGuest, tierOfGuest } from './view.ts'

/** Where a page ends: the guest's sort key and the booking's id. */
export type BookingKey = [string, number]

export type BookingFilter = {
  view: DayView
  date: BusinessDate
  businessDate: BusinessDate
  after: BookingKey | null
  limit: number
}

/** The room on a day: the last it had by then, else the first it will have. `b` is the booking. */
export function roomOn(day: RawBuilder<string>): RawBuilder<string | null> {
  return sql<string | null>`(
    select r.number from room_nights n join rooms r on r.id = n.room_id where n.booking_id = b.id
    order by n.night > ${day}, case when n.night > ${day} then n.night end, n.night desc limit 1
  )`
}

const requests = sql<number>`(select count(*) from requests q where q.booking_id = b.id)`
/** Changes of the booking itself after it was made: each raised its version by one. */
const changes = sql<number>`b.version - 1`

/** Literal, so that the partial index over guests in house serves. */
const isInHouse = sql<boolean>`b.status = 'in-house'`

/** A page of a view, by guest name: one statement, which looks closer only at the page's own bookings. */
export async function readBookingRows(db: Reader, filter: BookingFilter) {
  return pageOf(db, filter).execute()
}

export function pageOf(db: Reader, filter: BookingFilter) {
  let page = selection(db, filter)
    .select(['b.id', 'g.sort_key'])
    .orderBy('g.sort_key')
    .orderBy('b.id')
    .limit(filter.limit)
  if (filter.after) {
    const [name, id] = filter.after
    page = page.where(sql<boolean>`(g.sort_key, b.id) > (${name}, ${id})`)
  }
  return readWith(db)
    .selectFrom(page.as('page'))
    .innerJoin('bookings as b', 'b.id', 'page.id')
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
      'g.sort_key as sortKey',
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
      roomOn(sql`${filter.businessDate}`).as('roomNumber'),
      'b.total_minor as roomRevenueMinor',
      changes.as('changes'),
      requests.as('requests'),
      'b.open_requests as openRequests',
      alertsOfGuest.as('alerts'),
      tierOfGuest.as('tier'),
    ])
    .orderBy('page.sort_key')
    .orderBy('page.id')
}

export async function countBookings(db: Reader, filter: BookingFilter): Promise<number> {
  const row = await selection(db, filter).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return row.total
}

/** A guest who has not come is awaited for so many days at most; every day is one look into the index by arrival and status. */
const lateDays = 90

function withLate(date: BusinessDate): BusinessDate[] {
  return nightsOf(addDays(date, -lateDays), addDays(date, 1))
}

/**
 * Guests in house are known by status and not by dates: anyone who has overstayed is in house still. On another day
 * than today it is who is in house now and stays that night. Due in today is also who should have come before and is
 * neither cancelled nor a no-show yet.
 */
function selection(db: Reader, { view, date, businessDate }: BookingFilter) {
  const from = readWith(db).selectFrom('bookings as b').innerJoin('guests as g', 'g.id', 'b.guest_id')
  const today = date === businessDate
  switch (view) {
    case 'due-in': {
      const due = from.where('b.status', '=', 'confirmed')
      return today ? due.where('b.arrival', 'in', withLate(date)) : due.where('b.arrival', '=', date)
    }
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
