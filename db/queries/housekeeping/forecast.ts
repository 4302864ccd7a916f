import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { Flag } from '../../schema/flag.ts'
import { dueDays, roomIdOn } from '../booking/list.ts'
import { tierOfGuest } from '../booking/view.ts'

export type ForecastRow = GuestNames & {
  bookingId: BookingId
  guestId: GuestId
  arrival: BusinessDate
  departure: BusinessDate
  expectedTime: string | null
  arrivedAt: string | null
  persons: number
  tier: string | null
  roomTypeCode: string
  roomId: RoomId | null
  roomNumber: string | null
  state: Housekeeping | null
  leaves: Flag
}

/** Who comes on a day, with the room that is assigned or none; day use when its hours begin. */
const arrivals = preparedSql(
  (at: { days: string; date: BusinessDate }) => sql<ForecastRow>`
    select b.id as bookingId, b.guest_id as guestId, b.arrival, b.departure,
      coalesce((select d.from_time from day_uses d where d.booking_id = b.id and b.arrival = b.departure), b.expected_time) as expectedTime,
      s.arrived_at as arrivedAt, b.adults + b.children + b.infants as persons, ${tierOfGuest} as tier,
      g.native_name as nativeName, g.family_name as familyName, g.given_name as givenName,
      t.code as roomTypeCode, r.id as roomId, r.number as roomNumber, r.housekeeping as state,
      exists (select 1 from room_nights n where n.room_id = r.id and n.night = date(${at.date}, '-1 day') and n.live = 1
        and n.booking_id <> b.id) as leaves
    from bookings b join guests g on g.id = b.guest_id join room_types t on t.id = b.room_type_id
    left join stays s on s.booking_id = b.id
    left join rooms r on r.id = ${roomIdOn(sql`${at.date}`)}
    where b.status = 'confirmed' and b.arrival in (select value from json_each(${at.days})) order by b.id`,
)

export async function readForecast(
  db: Reader,
  date: BusinessDate,
  businessDate: BusinessDate,
): Promise<ForecastRow[]> {
  return arrivals.all(db, { days: JSON.stringify(dueDays({ date, businessDate })), date })
}
