import { sql } from 'kysely'
import type { BookingId, BusinessDate, FolioId, GuestId, RequestId } from '#shared/values/index.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const alertsOf = preparedSql(
  (at: { id: BookingId }) => sql<{ guestId: GuestId; area: string; text: string; blocks: string }>`
    select a.guest_id as guestId, a.area, a.text, a.blocks from guest_alerts a
    where a.guest_id in (
      select guest_id from bookings where id = ${at.id}
      union all select guest_id from booking_companions where booking_id = ${at.id}
    ) order by a.id`,
)

/** The alerts of everybody who is to sleep in the room. */
export async function readPersonAlerts(db: Reader, id: BookingId) {
  return alertsOf.all(db, { id })
}

const pastOf = preparedSql(
  (at: { guestId: GuestId; id: BookingId }) => sql<{ stays: number; lastDeparture: BusinessDate | null }>`
    select count(*) as stays, max(departure) as lastDeparture from bookings
    where guest_id = ${at.guestId} and status = 'checked-out' and id <> ${at.id}`,
)

/** How often a guest stayed before a booking, and when the last stay ended. */
export async function readPast(db: Reader, guestId: GuestId, id: BookingId) {
  return (await pastOf.first(db, { guestId, id })) ?? { stays: 0, lastDeparture: null }
}

const openFolios = preparedSql(
  (at: { id: BookingId }) => sql<{ id: FolioId; version: number; name: string; balanceMinor: number }>`
    select f.id, f.version, f.name,
      (select coalesce(sum(w.balance_minor), 0) from folio_balances w where w.folio_id = f.id) as balanceMinor
    from folios f where f.booking_id = ${at.id} and f.status = 'open' order by f.id`,
)

/** The open folios of a booking with what each owes, minor units. */
export async function readOpenFolios(db: Reader, id: BookingId) {
  return openFolios.all(db, { id })
}

const openWishes = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('requests')
    .select(['id', 'kind', 'text', 'status'])
    .where('booking_id', '=', at.id)
    .where('status', 'in', ['open', 'acknowledged'])
    .orderBy('id'),
)

/** What was asked for the stay and is not done yet. */
export async function readOpenWishes(
  db: Reader,
  id: BookingId,
): Promise<{ id: RequestId; kind: string; text: string; status: string }[]> {
  return openWishes.all(db, { id })
}
