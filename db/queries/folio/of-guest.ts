import { sql } from 'kysely'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type FolioHead, headColumns, headTables } from './view.ts'

const openFolios = preparedSql(
  (at: { id: GuestId }) => sql<FolioHead>`
    select ${headColumns} from ${headTables} where f.guest_id = ${at.id} and f.status = 'open' order by f.id desc`,
)
/** The open folios of a guest, the newest first. */
export async function readOpenFoliosOfGuest(db: Reader, id: GuestId): Promise<FolioHead[]> {
  return openFolios.all(db, { id })
}

const held = preparedSql(
  (at: { id: GuestId }) => sql<{ held: number }>`
    select coalesce(sum(d.held_minor), 0) as held from folios f join deposits d on d.folio_id = f.id where f.guest_id = ${at.id}`,
)
/** Deposits and 押金 that are held for a guest. */
export async function readHeldOfGuest(db: Reader, id: GuestId): Promise<number> {
  return (await held.first(db, { id }))?.held ?? 0
}

const revenue = preparedSql(
  (at: { id: GuestId }) => sql<{ group: string; netMinor: number }>`
    select c.revenue_group as "group", sum(l.net_minor) as netMinor
    from bookings b cross join folio_lines l on l.booking_id = b.id join transaction_codes c on c.id = l.code_id
    where b.guest_id = ${at.id} and c.kind in ('charge', 'allowance') group by c.revenue_group`,
)
/** What the bookings of a guest brought, net of tax, by revenue group, on whatever folio it stands. */
export async function readRevenueOfGuest(db: Reader, id: GuestId) {
  return revenue.all(db, { id })
}

const ofBookings = preparedSql(
  (at: { ids: string }) => sql<{ id: BookingId; balanceMinor: number }>`
    select f.booking_id as id, sum(coalesce(b.balance_minor, 0)) as balanceMinor
    from folios f left join folio_balances b on b.folio_id = f.id
    where f.booking_id in ${listedIn(at.ids)} group by f.booking_id`,
)
/** What the folios of each booking owe together; bookings without a folio are not among them. */
export async function readBalancesOfBookings(
  db: Reader,
  ids: readonly BookingId[],
): Promise<Map<BookingId, number>> {
  const rows = await ofBookings.all(db, { ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, balanceMinor }) => [id, balanceMinor]))
}
