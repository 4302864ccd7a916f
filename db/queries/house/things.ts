import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const openTag = preparedSql(
  (at: { tagNo: number; but: number }) => sql<{ id: number }>`
    select id from luggage where status = 'open' and tag_no = ${at.tagNo} and id <> ${at.but} limit 1`,
)

/** Whether a tag is on luggage that is kept, other than this. */
export async function isTagTaken(db: Reader, tagNo: number, but = 0): Promise<boolean> {
  return (await openTag.first(db, { tagNo, but })) !== undefined
}

const nextTag = preparedSql(
  () => sql<{ tagNo: number }>`
    select 1 + coalesce(max(tag_no), 0) as tagNo from (
      select tag_no from luggage where status = 'open'
      union all select tag_no from luggage where id = (select max(id) from luggage where tag_no < 999999))`,
)

/** The number after the last tag that was given, above all that are in use. */
export async function readNextTag(db: Reader): Promise<number> {
  return (await nextTag.first(db, {}))?.tagNo ?? 1
}

export type LastGuest = GuestNames & {
  bookingId: BookingId
  guestId: GuestId
  confirmationNo: string
  arrival: BusinessDate
  departure: BusinessDate
}

const sleepers = preparedSql(
  (at: { roomId: RoomId; on: BusinessDate }) => sql<LastGuest>`
    select b.id as bookingId, g.id as guestId, g.native_name as nativeName, g.family_name as familyName,
      g.given_name as givenName, b.confirmation_no as confirmationNo, b.arrival, b.departure
    from (
      select booking_id, max(night) as night from room_nights
      where room_id = ${at.roomId} and live = 1 and night <= ${at.on} and booking_id is not null
      group by booking_id order by night desc limit 8) n
    join bookings b on b.id = n.booking_id join guests g on g.id = b.guest_id
    where b.status in ('in-house', 'checked-out') order by n.night desc, b.id limit 3`,
)

/** The last three who slept in a room up to a day, the latest first. */
export async function readLastGuests(db: Reader, roomId: RoomId, on: BusinessDate): Promise<LastGuest[]> {
  return sleepers.all(db, { roomId, on })
}

const roomNumbers = preparedSql(() => sql<{ id: RoomId; number: string }>`select id, number from rooms`)

/** Every room's number by its id: a hotel has hundreds. */
export async function readRoomNumbers(db: Reader): Promise<Map<RoomId, string>> {
  return new Map((await roomNumbers.all(db, {})).map(({ id, number }) => [id, number]))
}
