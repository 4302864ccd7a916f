import type { ImportBatchId, RoomTypeId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import type { Writer } from '../../handles.ts'

/** A batch's summary is known when its last row is in; the batch itself is first, because bookings name it. */
export async function updateBatchSummary(tx: Writer, id: ImportBatchId, summary: string): Promise<void> {
  await writeWith(tx).updateTable('import_batches').set({ summary }).where('id', '=', id).execute()
}

/** The most persons that an imported room type was seen with is what it takes, as far as the file tells. */
export async function updateMostPersons(tx: Writer, id: RoomTypeId, mostPersons: number): Promise<void> {
  await writeWith(tx)
    .updateTable('room_types')
    .set({ max_persons: mostPersons })
    .where('id', '=', id)
    .execute()
}

/** Keeps a mapping under its name, over one of the same name; answers with its id and what was there. */
export async function putMapping(
  tx: Writer,
  name: string,
  mapping: string,
): Promise<{ id: number; before: string | null }> {
  const known = await writeWith(tx)
    .selectFrom('import_mappings')
    .select(['id', 'mapping'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (known) {
    await writeWith(tx).updateTable('import_mappings').set({ mapping }).where('id', '=', known.id).execute()
    return { id: known.id, before: known.mapping }
  }
  const { id } = await writeWith(tx)
    .insertInto('import_mappings')
    .values({ name, mapping })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, before: null }
}
