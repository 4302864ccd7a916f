import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { BookingId, GuestId, ImportBatchId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'
import type { GuestsTable } from '../../schema/guest.ts'
import { houseOf } from '../house/stands-on.ts'

/** An import as one that may be taken back. */
export type MadeBatch = {
  id: ImportBatchId
  file_name: string
  at: string
  taken_back_at: string | null
  taken_back_by: string | null
}

export async function readMadeBatch(db: Reader, id: ImportBatchId): Promise<MadeBatch | undefined> {
  return readWith(db)
    .selectFrom('import_batches')
    .select(['id', 'file_name', 'at', 'taken_back_at', 'taken_back_by'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type MadeBooking = { id: BookingId; version: number; requests: number; folios: number; house: number }

/** Which of these bookings are on file, how often each was written, how many requests it has, how many folios, and what the house keeps for it. */
export async function readMadeBookings(db: Reader, ids: readonly BookingId[]): Promise<MadeBooking[]> {
  const { rows } = await sql<MadeBooking>`
    select b.id, b.version, (select count(*) from requests r where r.booking_id = b.id) as requests,
      (select count(*) from folios f where f.booking_id = b.id) as folios, ${houseOf(sql`b.id`)} as house
    from bookings b where b.id in ${idList(ids)}`.execute(readWith(db))
  return rows
}

export type MadeGuest = { id: GuestId; version: number; used: 0 | 1 }

/** Which of these guests are on file, how often each was written, and whether anything else on file names them. */
export async function readMadeGuests(db: Reader, ids: readonly GuestId[]): Promise<MadeGuest[]> {
  const { rows } = await sql<MadeGuest>`
    select g.id, g.version, ${isNamed} as used from guests g where g.id in ${idList(ids)}`.execute(
    readWith(db),
  )
  return rows
}

const isNamed = sql`(exists (select 1 from bookings where guest_id = g.id)
  or exists (select 1 from bookings where booker_id = g.id)
  or exists (select 1 from booking_companions where guest_id = g.id)
  or exists (select 1 from memberships where guest_id = g.id)
  or exists (select 1 from leaving_cases where guest_id = g.id)
  or exists (select 1 from guest_judgements where guest_id = g.id)
  or exists (select 1 from offers where guest_id = g.id)
  or exists (select 1 from folios where guest_id = g.id)
  or exists (select 1 from folio_windows where payee_guest_id = g.id)
  or exists (select 1 from registrants where id = g.id)
  or exists (select 1 from registrations where guest_id = g.id)
  or exists (select 1 from minor_sheets where guest_id = g.id)
  or exists (select 1 from visitors where guest_id = g.id))`

/**
 * Of these guests the unnamed ones that an import made for one booking each and that nobody has touched: the log has
 * no row of theirs.
 */
export async function readUntouchedUnnamed(
  db: Reader,
  ids: readonly GuestId[],
  madeAt: string,
): Promise<Selectable<GuestsTable>[]> {
  const { rows } = await sql<Selectable<GuestsTable>>`
    select g.* from guests g
    where g.id in ${idList(ids)} and g.unnamed = 1 and g.version = 1 and g.created_at = ${madeAt}
      and not exists (select 1 from changes where entity = 'guest' and entity_id = g.id) and not ${isNamed}`.execute(
    readWith(db),
  )
  return rows
}
