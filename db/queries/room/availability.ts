import { sql } from 'kysely'
import type { Holder } from '#shared/domain/booking/stock.ts'
import type { BookingId, BusinessDate, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { prepared, preparedOverList } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** What of a type's night is taken: by bookings, and by out-of-order blocks. */
export type TakenNight = { night: BusinessDate; roomTypeId: RoomTypeId; sold: number; outOfOrder: number }

const columns = ['night', 'room_type_id as roomTypeId'] as const
// Within the index: a live night without a booking is an out-of-order block's.
const sold = sql<number>`count(booking_id)`.as('sold')
const outOfOrder = sql<number>`count(*) - count(booking_id)`.as('outOfOrder')

/** One range scan of the live room-nights of [arrival, departure), grouped in the store. */
export const takenInRange = prepared((db, at: { arrival: BusinessDate; departure: BusinessDate }) =>
  db
    .selectFrom('room_nights')
    .select([...columns, sold, outOfOrder])
    .where('live', '=', sql.lit(1))
    .where('night', '>=', at.arrival)
    .where('night', '<', at.departure)
    .groupBy(['night', 'room_type_id']),
)

/** The same for one type and a list of nights: a seek each, for a hotel of any size. */
export const takenOfType = preparedOverList((db, nights: BusinessDate[], at: { roomTypeId: RoomTypeId }) =>
  db
    .selectFrom('room_nights')
    .select([...columns, sold, outOfOrder])
    .where('live', '=', sql.lit(1))
    .where('night', 'in', nights)
    .where('room_type_id', '=', at.roomTypeId)
    .groupBy(['night', 'room_type_id']),
)

/** What is taken over [arrival, departure); nights of which nothing is taken have no row. */
export async function readTaken(
  db: Reader,
  arrival: BusinessDate,
  departure: BusinessDate,
): Promise<TakenNight[]> {
  return takenInRange.all(db, { arrival, departure })
}

/** What is taken of one type on some nights (at most 512). */
export async function readTakenOfType(
  db: Reader,
  roomTypeId: RoomTypeId,
  nights: readonly BusinessDate[],
): Promise<TakenNight[]> {
  return nights.length === 0 ? [] : takenOfType.all(db, nights, { roomTypeId })
}

export const holdersOfRoom = preparedOverList(
  (db, nights: BusinessDate[], at: { roomId: RoomId; except: BookingId | 0 }) =>
    db
      .selectFrom('room_nights as n')
      .innerJoin('rooms as r', 'r.id', 'n.room_id')
      .leftJoin('bookings as b', 'b.id', 'n.booking_id')
      .select([
        'n.night',
        'n.room_id as roomId',
        'r.number as roomNumber',
        'b.confirmation_no as confirmationNo',
        'n.booking_id as bookingId',
      ])
      .where('n.live', '=', sql.lit(1))
      .where('n.room_id', '=', at.roomId)
      .where('n.night', 'in', nights)
      .where(sql<boolean>`n.booking_id is distinct from ${at.except}`)
      .orderBy('n.night'),
)

/** Who holds a room on these nights, a booking of one's own left out. */
export async function readHolders(
  db: Reader,
  roomId: RoomId,
  nights: readonly BusinessDate[],
  except: BookingId | 0,
): Promise<Holder[]> {
  if (nights.length === 0) return []
  const rows = await holdersOfRoom.all(db, nights, { roomId, except })
  return rows.map((row) => ({ ...row, roomId }))
}
