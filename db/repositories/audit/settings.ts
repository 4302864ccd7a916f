import {
  type CloseSettings,
  type HeldArrivalWay,
  type MorningFormat,
  usualCloseSettings,
} from '#shared/domain/audit/settings.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The one row of settings; null where a hotel has changed none. */
export async function loadCloseSettings(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('close_settings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const image: CloseSettings = {
    heldArrivals: row.held_arrivals as HeldArrivalWay,
    earliest: row.earliest,
    folder: row.folder,
    format: row.format as MorningFormat,
  }
  return { image, version: row.version }
}

/** What the hotel chose, or what is usual. */
export async function readCloseSettings(db: Reader): Promise<CloseSettings> {
  return (await loadCloseSettings(db, 1))?.image ?? usualCloseSettings
}

export async function saveCloseSettings(
  tx: Writer,
  id: number,
  before: CloseSettings | null,
  after: CloseSettings | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('close_settings').where('id', '=', id).execute()
    return
  }
  const { heldArrivals, ...same } = after
  const columns = { ...same, held_arrivals: heldArrivals }
  if (before)
    await db
      .updateTable('close_settings')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('close_settings')
      .values({ id, ...columns, version: 1 })
      .execute()
}
