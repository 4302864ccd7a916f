import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId, RequestId } from '#shared/values/index.ts'
import type { Reader } from '../dialect/connection.ts'
import { indexedBy, listedIn } from '../dialect/ids.ts'
import { preparedSql } from '../dialect/prepared.ts'
import type { ChangeRow } from './changes.ts'

/** What somebody is in a booking; the guest of it before its booker, the booker before a companion. */
export type BookingRole = 'guest' | 'booker' | 'companion'
export type BookingKey = { arrival: BusinessDate; id: BookingId }

export type GuestBooking = {
  id: BookingId
  confirmation_no: string
  guest_id: GuestId
  native_name: string
  family_name: string
  given_name: string
  status: string
  arrival: BusinessDate
  departure: BusinessDate
  room_type: string
  rate_plan: string | null
  room: string | null
  adults: number
  children: number
  infants: number
  revenue: number
  created_on: BusinessDate
  cancelled_on: BusinessDate | null
  channel: string
  changes: number
  requests: number
}

/** Later than any arrival. */
const AFTER_ALL = '9999-99-99' as BusinessDate

const keysOfPage = preparedSql(
  (at: { guestId: GuestId; arrival: BusinessDate; id: BookingId; limit: number }) =>
    sql<{ id: BookingId; role: BookingRole }>`
      select id, arrival, role from (${involved(at.guestId)}) where (arrival, id) < (${at.arrival}, ${at.id})
      order by arrival desc, id desc limit ${at.limit}`,
)

/** A page of all bookings of a guest in any role, latest arrival first. */
export async function readGuestBookings(
  db: Reader,
  guestId: GuestId,
  after: BookingKey | null,
  limit: number,
): Promise<{ rows: (GuestBooking & { role: BookingRole })[]; more: boolean }> {
  const from = after ?? { arrival: AFTER_ALL, id: 0 as BookingId }
  const keys = await keysOfPage.all(db, { guestId, ...from, limit: limit + 1 })
  const page = keys.slice(0, limit)
  const facts = await readFacts(
    db,
    page.map(({ id }) => id),
  )
  return {
    rows: page.flatMap(({ id, role }) => {
      const row = facts.get(id)
      return row ? [{ ...row, role }] : []
    }),
    more: keys.length > limit,
  }
}

/** All bookings that a guest has a part in, each once. */
function involved(guestId: GuestId) {
  return sql`select id, arrival, 'guest' as role from bookings where guest_id = ${guestId}
    union all select id, arrival, 'booker' from bookings where booker_id = ${guestId} and guest_id <> ${guestId}
    union all select b.id, b.arrival, 'companion' from booking_companions c cross join bookings b
    where c.guest_id = ${guestId} and b.id = c.booking_id and b.guest_id <> ${guestId}
      and coalesce(b.booker_id, 0) <> ${guestId}`
}

const factsOfBookings = preparedSql(
  (at: { ids: string }) => sql<GuestBooking>`
    select b.id, b.confirmation_no, b.guest_id, g.native_name, g.family_name, g.given_name, b.status, b.arrival,
      b.departure, t.code as room_type, p.code as rate_plan,
      (select number from rooms where id = b.last_room_id) as room,
      b.adults, b.children, b.infants,
      b.total_minor as revenue,
      b.created_on, b.cancelled_on, b.channel,
      (select count(*) from changes ${indexedBy('changes_counted')} where booking_id = b.id and entity = 'booking' and before is not null) as changes,
      (select count(*) from requests where booking_id = b.id) as requests
    from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id
    left join rate_plans p on p.id = b.rate_plan_id
    where b.id in ${listedIn(at.ids)}`,
)

async function readFacts(db: Reader, ids: readonly BookingId[]): Promise<Map<BookingId, GuestBooking>> {
  if (ids.length === 0) return new Map()
  const rows = await factsOfBookings.all(db, { ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, row]))
}

export type GuestRequest = {
  id: RequestId
  booking_id: BookingId
  guest_id: GuestId
  kind: string
  text: string
  department: string
  due_on: BusinessDate
  due_time: string | null
  status: string
  reason: string | null
  from_preference: number
  created_at: string
  created_by: string
  status_at: string
  status_by: string
  version: number
  arrival: BusinessDate
  confirmation_no: string
}

const requestsOfGuest = preparedSql(
  (at: { guestId: GuestId; limit: number }) => sql<GuestRequest>`
    select r.*, b.guest_id, b.arrival, b.confirmation_no from bookings b cross join requests r
    where b.guest_id = ${at.guestId} and r.booking_id = b.id
    order by b.arrival desc, b.id desc, r.id limit ${at.limit}`,
)

/** Requests of a guest's own bookings, those of the latest arrivals first. */
export async function readGuestRequests(
  db: Reader,
  guestId: GuestId,
  limit: number,
): Promise<GuestRequest[]> {
  return requestsOfGuest.all(db, { guestId, limit })
}

/** Changes that a source counted for a guest's bookings without saying what they were. */
export async function readSourceCounted(db: Reader, guestId: GuestId): Promise<number> {
  const { rows } = await sql<{ source: string }>`
    select b.source from (${involved(guestId)}) i cross join bookings b
    where b.id = i.id and b.source is not null`.execute(db)
  return rows.reduce((sum, { source }) => sum + countedIn(source), 0)
}

function countedIn(source: string): number {
  const { bookingChanges } = JSON.parse(source) as { bookingChanges?: unknown }
  const counted = Number(bookingChanges ?? 0)
  return Number.isFinite(counted) ? counted : 0
}

/** A page of the log's rows on a guest's bookings and their requests, in any role, newest first. */
export async function readGuestBookingChanges(
  db: Reader,
  guestId: GuestId,
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select * from changes where booking_id in (select id from (${involved(guestId)}))
      and seq < ${before ?? Number.MAX_SAFE_INTEGER}
    order by seq desc limit ${limit}`.execute(db)
  return rows
}
