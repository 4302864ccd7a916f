import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { roomIdOn } from '../booking/list.ts'

export type WaitingRow = GuestNames & {
  id: BookingId
  guestId: GuestId
  confirmationNo: string
  arrivedAt: string
  isDayUse: number
  /** The room that they are to have; null without one. */
  roomId: RoomId | null
  roomNumber: string | null
  housekeeping: Housekeeping | null
}

const waiting = preparedSql(
  (at: { date: BusinessDate }) => sql<WaitingRow>`
    select b.id, b.guest_id as guestId, b.confirmation_no as confirmationNo, s.arrived_at as arrivedAt,
      b.arrival = b.departure as isDayUse, g.native_name as nativeName, g.family_name as familyName,
      g.given_name as givenName, r.id as roomId, r.number as roomNumber, r.housekeeping
    from stays s join bookings b on b.id = s.booking_id join guests g on g.id = b.guest_id
      left join rooms r on r.id = ${roomIdOn(sql`${at.date}`)}
    where s.arrived_at is not null and s.checked_in_at is null
      and b.status = 'confirmed' and b.arrival <= ${at.date} and b.departure >= ${at.date}
    order by s.arrived_at, b.id`,
)

/** Who stands at the desk and waits for a room on a day, the longest first. */
export async function readWaiting(db: Reader, date: BusinessDate): Promise<WaitingRow[]> {
  return waiting.all(db, { date })
}
