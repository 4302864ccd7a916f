import { type Selectable, sql } from 'kysely'
import type { Gender, Salutation } from '#shared/domain/guest/choices.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { BookingId, GuestId, ImportBatchId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Writer } from '../../handles.ts'
import type { GuestsTable } from '../../schema/guest.ts'
import { childTables } from '../guest/children.ts'

/** Deletes bookings with their nights, companions and what their source said of them. */
export async function deleteBookings(tx: Writer, ids: readonly BookingId[]): Promise<void> {
  await sql`delete from bookings where id in ${idList(ids)}`.execute(writeWith(tx))
}

/** Deletes guests with all that belongs to them; nobody finds them any more. */
export async function deleteGuests(tx: Writer, ids: readonly GuestId[]): Promise<void> {
  await sql`delete from guest_search where rowid in ${idList(ids)}`.execute(writeWith(tx))
  for (const table of childTables)
    await sql`delete from ${sql.table(table)} where guest_id in ${idList(ids)}`.execute(writeWith(tx))
  await sql`delete from guests where id in ${idList(ids)}`.execute(writeWith(tx))
}

/** The batch stays on file as one that was taken back; its file may come again. */
export async function markTakenBack(
  tx: Writer,
  id: ImportBatchId,
  { at, by }: { at: string; by: string },
): Promise<void> {
  await writeWith(tx).deleteFrom('source_records').where('batch_id', '=', id).execute()
  await writeWith(tx)
    .updateTable('import_batches')
    .set({ taken_back_at: at, taken_back_by: by })
    .where('id', '=', id)
    .execute()
}

/** The image of a guest who has nothing but a row. */
export function unnamedImage(row: Selectable<GuestsTable>): GuestImage {
  return {
    nativeName: row.native_name,
    familyName: row.family_name,
    givenName: row.given_name,
    salutation: row.salutation as Salutation,
    gender: row.gender as Gender,
    birthDate: row.birth_date,
    nationality: row.nationality,
    language: row.language,
    unnamed: row.unnamed === 1,
    createdAt: row.created_at,
    contacts: {},
    documents: {},
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
}
