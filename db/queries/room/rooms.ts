import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId, RoomId, RoomTypeId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** Room types in their order, with the number of their rooms in use. */
export async function readRoomTypes(db: Reader) {
  return readWith(db)
    .selectFrom('room_types')
    .selectAll()
    .select(
      sql<number>`(select count(*) from rooms where rooms.room_type_id = room_types.id and rooms.active = 1)`.as(
        'rooms',
      ),
    )
    .orderBy('position')
    .orderBy('code')
    .execute()
}

/** Rooms in the order of their numbers. */
export async function readAllRooms(db: Reader) {
  return readWith(db).selectFrom('rooms').selectAll().orderBy('number').execute()
}

type FreeQuery = { arrival: BusinessDate; departure: BusinessDate; bookingId: BookingId | 0 }

/** Rooms that nobody has on any night of [arrival, departure): those not met in one range scan of the live nights. */
export const freeRooms = prepared((db, at: FreeQuery) =>
  db
    .selectFrom('rooms as r')
    .selectAll('r')
    .select(
      sql<number>`exists (
        select 1 from closures c where c.room_id = r.id and c.kind = 'out-of-service'
          and (c.from_night < ${at.departure} or c.from_night = ${at.arrival}) and c.to_night > ${at.arrival}
      )`.as('stopped'),
    )
    .where('r.active', '=', sql.lit(1))
    .where(
      sql<boolean>`r.id not in (
        select n.room_id from room_nights n
        where n.live = 1 and n.night >= ${at.arrival} and n.night < ${at.departure}
          and n.room_id is not null and n.booking_id is distinct from ${at.bookingId}
      )`,
    )
    .orderBy('r.number'),
)

export async function readFreeRooms(db: Reader, query: FreeQuery) {
  return freeRooms.all(db, query)
}

/** So many stays tell a habit; an agency's profile has thousands. */
const lastStays = 100

/** The rooms of the guest's last stays, each once a stay. */
export const roomsOfStays = preparedSql(
  (at: { guestId: GuestId }) => sql<{ bookingId: BookingId; roomId: RoomId; floor: number }>`
    with last as materialized (
      select id from bookings where guest_id = ${at.guestId} and status = 'checked-out'
      order by arrival desc, id desc limit ${sql.lit(lastStays)})
    select distinct n.booking_id as bookingId, n.room_id as roomId, r.floor
    from last cross join room_nights n on n.booking_id = last.id cross join rooms r on r.id = n.room_id`,
)

/** The guest, and what they wish of a room: open requests of the booking and preferences on file, as (group, value). */
export async function readWishes(db: Reader, guestId: GuestId | null, bookingId: BookingId | null) {
  const booking = bookingId
    ? await readWith(db)
        .selectFrom('bookings')
        .select('guest_id')
        .where('id', '=', bookingId)
        .executeTakeFirst()
    : undefined
  const guest = guestId ?? booking?.guest_id ?? null
  const preferences = guest
    ? await readWith(db)
        .selectFrom('guest_preferences')
        .select(['category', 'value'])
        .where('guest_id', '=', guest)
        .orderBy('id')
        .execute()
    : []
  const requests = bookingId
    ? await readWith(db)
        .selectFrom('requests')
        .select('kind')
        .where('booking_id', '=', bookingId)
        .where('status', 'in', ['open', 'acknowledged'])
        .orderBy('id')
        .execute()
    : []
  return { guest, preferences, requests: requests.map((request) => request.kind) }
}

/** The first night from a day on that somebody has the room; null when nobody has. */
export async function readNextOccupation(
  db: Reader,
  roomId: RoomId,
  from: BusinessDate,
): Promise<BusinessDate | null> {
  const row = await readWith(db)
    .selectFrom('room_nights')
    .select('night')
    .where('room_id', '=', roomId)
    .where('live', '=', 1)
    .where('night', '>=', from)
    .orderBy('night')
    .limit(1)
    .executeTakeFirst()
  return row?.night ?? null
}

/** What names a room: nights of any time, live or not, and closures. */
export async function standsOnRoom(db: Reader, id: RoomId): Promise<string | null> {
  const { rows } = await sql<{ what: string }>`
    select 'booking' as what from room_nights where room_id = ${id}
    union all select 'booking' from day_uses where room_id = ${id}
    union all select 'closure' from closures where room_id = ${id} limit 1`.execute(readWith(db))
  return rows[0]?.what ?? null
}

export async function standsOnRoomType(db: Reader, id: RoomTypeId): Promise<string | null> {
  const { rows } = await sql<{ what: string }>`
    select 'room' as what from rooms where room_type_id = ${id}
    union all select 'rate-plan' from rate_prices where room_type_id = ${id}
    union all select 'booking' from bookings where ${id} in (room_type_id, charged_room_type_id)
    union all select 'booking' from room_nights where room_type_id = ${id}
    union all select 'budget' from budget_cells where room_type_id = ${id} limit 1`.execute(readWith(db))
  return rows[0]?.what ?? null
}

/** Whether a booking is on this plan. */
export async function isPlanUsed(db: Reader, id: number): Promise<boolean> {
  const { rows } = await sql`select 1 from bookings where rate_plan_id = ${id} limit 1`.execute(readWith(db))
  return rows.length > 0
}

/** What names this account: a booking, a rate plan or what it is paid; null where nothing does. */
export async function standsOnAccount(db: Reader, id: number): Promise<string | null> {
  const { rows } = await sql<{ what: string }>`
    select 'rate-plan' as what from rate_plans where account_id = ${id}
    union all select 'commission' from commissions where id = ${id}
    union all select 'booking' from bookings where agency_id = ${id} or company_id = ${id}
    union all select 'folio' from folio_windows where payee_account_id = ${id}
    union all select 'posting' from account_items where account_id = ${id} limit 1`.execute(readWith(db))
  return rows[0]?.what ?? null
}
