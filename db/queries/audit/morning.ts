import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { roomIdOfBooking } from '../booking/day-use.ts'

/** A booking as the lists of a morning have it. */
export type MorningStay = GuestNames & {
  id: BookingId
  confirmationNo: string
  roomNumber: string | null
  roomTypeCode: string
  arrival: BusinessDate
  departure: BusinessDate
  adults: number
  children: number
  expectedTime: string | null
  guarantee: string
  requests: number
  /** What its folios owe; null: it has none. */
  balanceMinor: number | null
  comment: string
}

const columns = sql`
  b.id, b.confirmation_no as confirmationNo, t.code as roomTypeCode, b.arrival, b.departure, b.adults, b.children,
  b.expected_time as expectedTime, b.guarantee, b.open_requests as requests, b.comment,
  g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
  (select number from rooms where id = ${roomIdOfBooking}) as roomNumber,
  (select sum(s.balance_minor) from folios f join folio_balances s on s.folio_id = f.id where f.booking_id = b.id) as balanceMinor`
const tables = sql.raw(
  'bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id',
)

const arrivals = preparedSql(
  (at: { date: BusinessDate }) => sql<MorningStay>`
    select ${columns} from ${tables} where b.arrival = ${at.date} and b.status = 'confirmed' order by g.sort_key, b.id`,
)
const inHouse = preparedSql(
  (_at: object) => sql<MorningStay>`
    select ${columns} from ${tables} where b.status = 'in-house' order by roomNumber, b.id`,
)

/** Who arrives on a date, by name. */
export function readArrivals(db: Reader, date: BusinessDate): Promise<MorningStay[]> {
  return arrivals.all(db, { date })
}

/** Who is in house, by room. */
export function readInHouse(db: Reader): Promise<MorningStay[]> {
  return inHouse.all(db, {})
}

/** A room as housekeeping begins its day: who is in it, and who comes to it. */
export type MorningRoom = {
  number: string
  floor: number
  roomTypeCode: string
  housekeeping: string
  outOfService: 0 | 1
  /** Until when the guest stays who is in it; null: nobody is. */
  occupiedUntil: BusinessDate | null
  persons: number | null
  isExpected: 0 | 1
}

const rooms = preparedSql(
  (at: { date: BusinessDate }) => sql<MorningRoom>`
    select r.number, r.floor, t.code as roomTypeCode, r.housekeeping, r.out_of_service as outOfService,
      b.departure as occupiedUntil, b.adults + b.children as persons,
      exists (select 1 from room_nights n join bookings a on a.id = n.booking_id
        where n.room_id = r.id and n.night = ${at.date} and n.live = 1 and a.status = 'confirmed' and a.arrival = ${at.date})
        or exists (select 1 from day_uses d join bookings a on a.id = d.booking_id
          where d.room_id = r.id and a.status = 'confirmed' and a.arrival = ${at.date} and a.departure = ${at.date}) as isExpected
    from rooms r join room_types t on t.id = r.room_type_id
      left join bookings b on b.status = 'in-house' and ${roomIdOfBooking} = r.id
    where r.active = 1 order by r.floor, r.number, b.id`,
)

/** Every room by floor. */
export function readRoomsOfMorning(db: Reader, date: BusinessDate): Promise<MorningRoom[]> {
  return rooms.all(db, { date })
}
