import { type Selectable, sql } from 'kysely'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { BookingId, GuestId, ImportBatchId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Writer } from '../../handles.ts'
import type { GuestsTable } from '../../schema/guest.ts'
import { childTables } from '../guest/children.ts'
import { ownFields } from '../guest/repository.ts'

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
    ...ownFields(row),
    contacts: {},
    documents: {},
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
}
