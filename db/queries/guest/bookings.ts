import { sql } from 'kysely'
import type { BookingRole, BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BookingInRole } from '#shared/domain/booking/in-role.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList, indexedBy, listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { RequestRow } from '../../schema/request.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'
import type { ChangeRow } from '../change/changes.ts'
import { unlessUnreadable } from '../change/damaged.ts'

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

/** A page of all bookings of a guest in any role (readRoles), latest arrival first. */
export async function readGuestBookings(
  db: Reader,
  guestId: GuestId,
  roles: readonly BookingInRole[],
  after: BookingKey | null,
  limit: number,
): Promise<{ rows: (GuestBooking & { role: BookingRole })[]; more: boolean }> {
  const below = (key: BookingKey) => after === null || latestFirst(key, after) > 0
  const keys = eachOnce(roles).filter(below).sort(latestFirst)
  const page = keys.slice(0, limit)
  const found = await readFacts(db, guestId, page)
  return {
    rows: page.flatMap(({ id, role }) => {
      const row = found.get(id)
      return row ? [{ ...row, role }] : []
    }),
    more: keys.length > limit,
  }
}

/** In a list the guest of a booking comes before its booker, the booker before a companion. */
const rank: Record<BookingRole, number> = { guest: 0, booker: 1, companion: 2 }

function eachOnce(roles: readonly BookingInRole[]): BookingInRole[] {
  const found = new Map<BookingId, BookingInRole>()
  for (const one of roles) {
    const other = found.get(one.id)
    if (!other || rank[one.role] < rank[other.role]) found.set(one.id, one)
  }
  return [...found.values()]
}

function latestFirst(a: BookingKey, b: BookingKey): number {
  return a.arrival === b.arrival ? b.id - a.id : a.arrival < b.arrival ? 1 : -1
}

/** All bookings that a guest has a part in, each once. */
function involved(guestId: GuestId) {
  return sql`select id from bookings where guest_id = ${guestId}
    union select id from bookings where booker_id = ${guestId}
    union select booking_id from booking_companions where guest_id = ${guestId}`
}

const facts = sql`
  select b.id, b.confirmation_no, b.guest_id, g.native_name, g.family_name, g.given_name, b.status, b.arrival,
    b.departure, t.code as room_type, p.code as rate_plan, (select number from rooms where id = ${roomIdOfBooking}) as room,
    b.adults, b.children, b.infants, b.total_minor as revenue, b.created_on, b.cancelled_on, b.channel,
    b.version - 1 as changes, (select count(*) from requests where booking_id = b.id) as requests
  from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id
  left join rate_plans p on p.id = b.rate_plan_id`

const factsOfBookings = preparedSql(
  (at: { ids: string }) => sql<GuestBooking>`${facts} where b.id in ${listedIn(at.ids)}`,
)
/** Of a guest's own bookings the index holds it all. */
const factsOfGuest = preparedSql(
  (at: { guestId: GuestId; from: BusinessDate; to: BusinessDate }) => sql<GuestBooking>`
    ${facts} where b.guest_id = ${at.guestId} and b.arrival between ${at.from} and ${at.to}`,
)

/** What a list shows of bookings that are in order, latest arrival first. */
async function readFacts(
  db: Reader,
  guestId: GuestId,
  page: readonly BookingInRole[],
): Promise<Map<BookingId, GuestBooking>> {
  const own = page.filter(({ role }) => role === 'guest')
  const others = page.filter(({ role }) => role !== 'guest').map(({ id }) => id)
  const [latest, earliest] = [own[0], own.at(-1)]
  const rows = [
    ...(latest && earliest
      ? await factsOfGuest.all(db, { guestId, from: earliest.arrival, to: latest.arrival })
      : []),
    ...(others.length > 0 ? await factsOfBookings.all(db, { ids: JSON.stringify(others) }) : []),
  ]
  return new Map(rows.map((row) => [row.id, row]))
}

/** A request with the arrival and the number of its booking. */
export type GuestRequest = RequestRow & {
  arrival: BusinessDate
  confirmationNo: string
  bookingStatus: BookingStatus
}

const requestsOfBookings = preparedSql(
  (at: { ids: string }) => sql<RequestRow>`select * from requests where booking_id in ${listedIn(at.ids)}`,
)
const openOfBookings = preparedSql(
  (at: { ids: string }) => sql<RequestRow>`
    select * from requests ${indexedBy('requests_open_of')}
    where booking_id in ${listedIn(at.ids)} and status in ('open', 'acknowledged')`,
)

/**
 * Requests of a guest's own bookings (readRoles), those of the latest arrivals first: all of so many bookings, and
 * what is still open of older ones.
 */
export async function readGuestRequests(
  db: Reader,
  roles: readonly BookingInRole[],
  latest: number,
): Promise<GuestRequest[]> {
  const own = roles.filter(({ role }) => role === 'guest').sort(latestFirst)
  const ids = JSON.stringify(own.slice(0, latest).map(({ id }) => id))
  const older = JSON.stringify(own.slice(latest).map(({ id }) => id))
  const rows = [
    ...(own.length > 0 ? await requestsOfBookings.all(db, { ids }) : []),
    ...(own.length > latest ? await openOfBookings.all(db, { ids: older }) : []),
  ]
  const byBooking = Map.groupBy(rows, (row) => row.booking_id)
  return own.flatMap(({ id, arrival, confirmationNo, status }) =>
    (byBooking.get(id) ?? []).map((row) => ({
      ...row,
      arrival,
      confirmationNo: confirmationNo ?? '',
      bookingStatus: status as BookingStatus,
    })),
  )
}

/** Changes that a source counted for a guest's bookings without saying what they were. */
export async function readSourceCounted(db: Reader, guestId: GuestId): Promise<number> {
  const { rows } = await sql<{ source: string }>`
    select b.source from (${involved(guestId)}) i cross join bookings b
    where b.id = i.id and b.source is not null`.execute(readWith(db))
  return rows.reduce((sum, { source }) => sum + countedIn(source), 0)
}

function countedIn(source: string): number {
  const { bookingChanges } = JSON.parse(source) as { bookingChanges?: unknown }
  const counted = Number(bookingChanges ?? 0)
  return Number.isFinite(counted) ? counted : 0
}

/**
 * A page of the log's rows on a guest, on memberships, and on bookings in any role and their requests, newest first; and on
 * what was the guest's before (readFormer), where that is wanted.
 */
export async function readGuestChanges(
  db: Reader,
  guestId: GuestId,
  former: { bookings: readonly number[]; memberships: readonly number[] },
  before: number | undefined,
  limit: number,
): Promise<ChangeRow[]> {
  const parts = [
    { index: 'changes_of_entity', where: sql`entity = 'guest' and entity_id = ${guestId}` },
    {
      index: 'changes_of_entity',
      where: sql`entity = 'membership' and entity_id in (
        select id from memberships where guest_id = ${guestId} union select * from ${idList(former.memberships)})`,
    },
    {
      index: 'changes_of_booking',
      where: sql`booking_id in (
        select id from (${involved(guestId)}) union select * from ${idList(former.bookings)})`,
    },
  ]
  const seqs = parts.map(
    ({ where }) => sql`select seq from changes where ${where} and seq < ${before ?? Number.MAX_SAFE_INTEGER}`,
  )
  const read = async () => {
    const { rows } = await sql<ChangeRow>`
      select c.* from (
        select seq from (${sql.join(seqs, sql` union `)}) order by seq desc limit ${limit}
      ) of_guest cross join changes c on c.seq = of_guest.seq
      order by c.seq desc`.execute(readWith(db))
    return rows
  }
  return unlessUnreadable(db, read, [parts], before, limit)
}
