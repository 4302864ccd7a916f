import { sql } from 'kysely'
import type { GuestNames } from '#shared/domain/name/name.ts'
import type { BookingId, BusinessDate, ClosureId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { holdsHoursSql, roomIdOfBooking } from '../booking/day-use.ts'

/** Who has a room on nights of a range, or is in it and leaves today. */
export type RoomHolder = GuestNames & { bookingId: BookingId; confirmationNo: string; night: BusinessDate }

/** A booking `b` and its guest `g`, as a refusal names them. */
const holderColumns = [
  'b.id as bookingId',
  'b.confirmation_no as confirmationNo',
  'g.native_name as nativeName',
  'g.family_name as familyName',
  'g.given_name as givenName',
] as const

/** Bookings that have the room on a night of [from, to), the first of their nights each, in the order of nights; then day use. */
export async function readRoomHolders(
  db: Reader,
  roomId: RoomId,
  { from, to }: { from: BusinessDate; to: BusinessDate },
): Promise<RoomHolder[]> {
  const nights = await readWith(db)
    .selectFrom('room_nights as n')
    .innerJoin('bookings as b', 'b.id', 'n.booking_id')
    .innerJoin('guests as g', 'g.id', 'b.guest_id')
    .select([...holderColumns, sql<BusinessDate>`min(n.night)`.as('night')])
    .where('n.live', '=', sql.lit(1))
    .where('n.room_id', '=', roomId)
    .where('n.night', '>=', from)
    .where('n.night', '<', to)
    .groupBy('b.id')
    .orderBy('night')
    .orderBy('b.id')
    .execute()
  const dayUses = await readWith(db)
    .selectFrom('day_uses as d')
    .innerJoin('bookings as b', 'b.id', 'd.booking_id')
    .innerJoin('guests as g', 'g.id', 'b.guest_id')
    .select([...holderColumns, 'b.arrival as night'])
    .where('d.room_id', '=', roomId)
    .where(holdsHoursSql)
    .where('b.arrival', '>=', from)
    .where('b.arrival', '<', to)
    .orderBy('b.arrival')
    .orderBy('d.from_time')
    .execute()
  return [...nights, ...dayUses]
}

/** Who is in the room now: where the stay says, else in the room of the last night. */
export async function readInRoom(
  db: Reader,
  roomId: RoomId,
): Promise<(GuestNames & { bookingId: BookingId; confirmationNo: string; departure: BusinessDate })[]> {
  return readWith(db)
    .selectFrom('bookings as b')
    .leftJoin('stays as s', 's.booking_id', 'b.id')
    .innerJoin('guests as g', 'g.id', 'b.guest_id')
    .select([
      'b.id as bookingId',
      'b.confirmation_no as confirmationNo',
      'b.departure',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
    ])
    .where(sql<boolean>`b.status = 'in-house'`)
    .where(sql<boolean>`coalesce(s.room_id, ${roomIdOfBooking}) = ${roomId}`)
    .orderBy(sql`+b.id`)
    .execute()
}

/** Bookings of a type without a room on a night, the earliest made last to give way. */
export async function readUnassigned(
  db: Reader,
  roomTypeId: RoomTypeId,
  night: BusinessDate,
): Promise<{ confirmationNo: string }[]> {
  return readWith(db)
    .selectFrom('room_nights as n')
    .innerJoin('bookings as b', 'b.id', 'n.booking_id')
    .select('b.confirmation_no as confirmationNo')
    .where('n.live', '=', sql.lit(1))
    .where('n.night', '=', night)
    .where('n.room_type_id', '=', roomTypeId)
    .where('n.room_id', 'is', null)
    .orderBy('b.id', 'desc')
    .limit(20)
    .execute()
}

/** Another closure of the room that has a day of [from, to). */
export async function readOverlapping(
  db: Reader,
  id: number,
  roomId: RoomId,
  { from, to }: { from: BusinessDate; to: BusinessDate },
) {
  return readWith(db)
    .selectFrom('closures')
    .select(['id', 'kind', 'from_night as from', 'to_night as to'])
    .where('room_id', '=', roomId)
    .where('id', '<>', id)
    .where('from_night', '<', to)
    .where('to_night', '>', from)
    .orderBy('from_night')
    .limit(1)
    .executeTakeFirst()
}

/** Closures that are not over on a date, and those that ended since `since`, in the order of their first night. */
export async function readClosures(db: Reader, { since }: { since: BusinessDate }) {
  return readWith(db)
    .selectFrom('closures as c')
    .innerJoin('rooms as r', 'r.id', 'c.room_id')
    .innerJoin('room_types as t', 't.id', 'r.room_type_id')
    .select([
      sql<ClosureId>`c.id`.as('id'),
      'c.room_id as roomId',
      'r.number as roomNumber',
      'r.floor',
      't.code as roomTypeCode',
      'c.kind',
      'c.from_night as from',
      'c.to_night as to',
      'c.reason',
      'c.made_at as madeAt',
      'c.made_by as madeBy',
      'c.version',
    ])
    .where('c.to_night', '>', since)
    .orderBy('c.from_night')
    .orderBy('r.number')
    .orderBy('c.id')
    .execute()
}
