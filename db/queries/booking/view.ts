import { sql } from 'kysely'
import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const factsById = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('bookings as b')
    .leftJoin('accounts as agency', 'agency.id', 'b.agency_id')
    .leftJoin('accounts as company', 'company.id', 'b.company_id')
    .selectAll('b')
    .select(['agency.name as agency_name', 'company.name as company_name'])
    .where('b.id', '=', at.id),
)

const nightsById = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('room_nights as n')
    .leftJoin('rooms as r', 'r.id', 'n.room_id')
    .select([
      'n.night',
      'n.room_type_id as roomTypeId',
      'n.room_id as roomId',
      'r.number as roomNumber',
      'n.rate_minor as rateMinor',
    ])
    .where('n.booking_id', '=', at.id)
    .orderBy('n.night'),
)

/** A booking with the names of its accounts; undefined when there is none. */
export async function readBookingFacts(db: Reader, id: BookingId) {
  return factsById.first(db, { id })
}

/** Its nights in order, with room numbers. */
export async function readBookingNights(db: Reader, id: BookingId) {
  return nightsById.all(db, { id })
}

/** The tier that a guest has in the first programme in use; null for anyone who is not a member. */
export const tierOfGuest = sql<string | null>`(
  select m.tier from memberships m join programmes p on p.id = m.programme_id
  where m.guest_id = g.id and p.active = 1 order by m.programme_id limit 1
)`
/** The number to call: the preferred one, a mobile before another. */
const phoneOfGuest = sql<string | null>`(
  select c.value from guest_contacts c where c.guest_id = g.id and c.kind in ('mobile', 'phone')
  order by c.is_primary desc, c.kind, c.id limit 1
)`
export const alertsOfGuest = sql<number>`(select count(*) from guest_alerts a where a.guest_id = g.id)`

const partyOfBooking = prepared((db, at: { id: BookingId; guestId: GuestId; bookerId: GuestId | null }) =>
  db
    .selectFrom('guests as g')
    .leftJoin('booking_companions as c', (join) =>
      join.onRef('c.guest_id', '=', 'g.id').on('c.booking_id', '=', at.id),
    )
    .select([
      'g.id',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
      'g.nationality',
      'c.booking_id as accompanies',
      tierOfGuest.as('tier'),
      alertsOfGuest.as('alerts'),
      phoneOfGuest.as('phone'),
    ])
    .where((eb) =>
      eb.or([
        eb('g.id', '=', at.guestId),
        eb('g.id', '=', at.bookerId),
        eb(
          'g.id',
          'in',
          eb.selectFrom('booking_companions').select('guest_id').where('booking_id', '=', at.id),
        ),
      ]),
    )
    .orderBy('g.sort_key')
    .orderBy('g.id'),
)

/** Guest, booker and companions of a booking, by name; `accompanies` is null for who does not stay along. */
export async function readParties(db: Reader, id: BookingId, guestId: GuestId, bookerId: GuestId | null) {
  return partyOfBooking.all(db, { id, guestId, bookerId })
}

const thenByIds = preparedSql(
  (at: { ids: string }) => sql<{ id: BookingId; status: string; arrival: BusinessDate }>`
    select id, status, arrival from bookings where id in ${listedIn(at.ids)}`,
)

/** Status and arrival of bookings, by id. */
export async function readBookingsThen(
  db: Reader,
  ids: readonly BookingId[],
): Promise<Map<BookingId, { status: BookingStatus; arrival: BusinessDate }>> {
  if (ids.length === 0) return new Map()
  const rows = await thenByIds.all(db, { ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, status, arrival }) => [id, { status: status as BookingStatus, arrival }]))
}
