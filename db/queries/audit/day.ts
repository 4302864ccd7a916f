import { sql } from 'kysely'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, FolioId, GuestId, ShiftId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { stands } from '../../posting-stands.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'

/** A booking as far as it is asked whether it keeps a date from being closed. */
export type Standing = {
  id: BookingId
  version: number
  status: BookingStatus
  arrival: BusinessDate
  departure: BusinessDate
  guarantee: string
  holdUntil: string | null
}

const columns = sql.raw(
  'b.id, b.version, b.status, b.arrival, b.departure, b.guarantee, b.hold_until as holdUntil',
)

// Literal statuses, so that the partial indexes serve
const awaited = preparedSql(
  (at: { date: BusinessDate }) => sql<Standing>`
    select ${columns} from bookings b
    where b.status in ('confirmed', 'enquiry', 'waitlisted') and b.arrival <= ${at.date} order by b.arrival, b.id`,
)
const staying = preparedSql(
  (at: { date: BusinessDate }) => sql<Standing>`
    select ${columns} from bookings b where b.status = 'in-house' and b.departure <= ${at.date} order by b.departure, b.id`,
)

/** Who should have come by a date and is not there, and who should have left by it and is. */
export async function readStandings(db: Reader, date: BusinessDate): Promise<Standing[]> {
  return [...(await awaited.all(db, { date })), ...(await staying.all(db, { date }))]
}

const isUnposted = (date: BusinessDate) => sql<boolean>`
  exists (select 1 from room_nights n where n.booking_id = b.id and n.night = ${date})
  and not exists (
    select 1 from postings p where p.origin = 'room:' || b.id || ':' || ${date} and ${stands(sql.ref('p.id'))}
  )`

const unposted = preparedSql(
  (at: { date: BusinessDate; after: number; limit: number }) => sql<{ id: BookingId }>`
    select b.id from bookings b where b.status = 'in-house' and b.id > ${at.after} and ${isUnposted(at.date)}
    order by b.id limit ${at.limit}`,
)

/** Guests in house whose night of a date is not posted, in the order of their bookings. */
export async function readUnposted(
  db: Reader,
  at: { date: BusinessDate; after: number; limit: number },
): Promise<BookingId[]> {
  return (await unposted.all(db, at)).map(({ id }) => id)
}

const nightsOf = preparedSql(
  (at: { date: BusinessDate }) => sql<{ inHouse: number; unposted: number; posted: number }>`
    select count(*) as inHouse, coalesce(sum(unposted), 0) as unposted, coalesce(sum(has_night - unposted), 0) as posted
    from (select ${isUnposted(at.date)} as unposted,
        exists (select 1 from room_nights n where n.booking_id = b.id and n.night = ${at.date}) as has_night
      from bookings b where b.status = 'in-house')`,
)

/** How many bookings are in house, and how many of their nights of a date are posted and not posted. */
export async function countNights(db: Reader, date: BusinessDate) {
  return (await nightsOf.first(db, { date })) ?? { inHouse: 0, unposted: 0, posted: 0 }
}

export type StayRow = GuestNames &
  Standing & {
    confirmationNo: string
    guestId: GuestId
    roomNumber: string | null
    roomTypeCode: string
    expectedTime: string | null
    totalMinor: number
  }

const rowsByIds = preparedSql(
  (at: { ids: string; date: BusinessDate }) => sql<StayRow>`
    select ${columns}, b.confirmation_no as confirmationNo, b.guest_id as guestId, b.expected_time as expectedTime,
      b.total_minor as totalMinor, t.code as roomTypeCode, g.native_name as nativeName, g.family_name as familyName,
      g.given_name as givenName,
      coalesce((select r.number from room_nights n join rooms r on r.id = n.room_id where n.booking_id = b.id and n.night = ${at.date}),
        (select number from rooms where id = ${roomIdOfBooking})) as roomNumber
    from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id
    where b.id in ${listedIn(at.ids)}`,
)

/** Bookings as the close of a day shows them, in the order of their ids. */
export async function readStayRows(
  db: Reader,
  ids: readonly BookingId[],
  date: BusinessDate,
): Promise<StayRow[]> {
  if (ids.length === 0) return []
  const rows = await rowsByIds.all(db, { ids: JSON.stringify(ids), date })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => rowOf.get(id) ?? [])
}

const openShifts = preparedSql(
  (_at: object) => sql<{ id: ShiftId; label: string }>`
    select s.id, u.name as label from shifts s join users u on u.id = s.user_id where s.status = 'open' order by s.id`,
)

/** Shifts that are not counted yet, by whose they are. */
export function readOpenShifts(db: Reader) {
  return openShifts.all(db, {})
}

const overLimit = preparedSql(
  (at: { date: BusinessDate; usual: number | null }) => sql<{ id: FolioId; label: string }>`
    select f.id, coalesce((select number from rooms where id = ${roomIdOfBooking}), b.confirmation_no) as label
    from bookings b join folios f on f.booking_id = b.id
    where b.status = 'in-house' and f.status = 'open' and coalesce(f.credit_limit_minor, ${at.usual}) is not null
      and (select coalesce(sum(balance_minor), 0) from folio_balances where folio_id = f.id)
        - (select coalesce(sum(held_minor), 0) from deposits where folio_id = f.id)
        - (select coalesce(sum(amount_minor), 0) from holds where folio_id = f.id and status = 'held' and expires_on >= ${at.date})
        > coalesce(f.credit_limit_minor, ${at.usual})
    order by label, f.id`,
)

/** Folios of guests in house that owe more than they may. `usual`: the hotel's limit where a folio has none of its own. */
export function readOverLimit(db: Reader, date: BusinessDate, usual: number | null) {
  return overLimit.all(db, { date, usual })
}
