import type { ExploreImage } from '#shared/domain/report/explore/explore.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

export type SavedExplore = { id: number; version: number; image: ExploreImage }

/** All saved pivots by name, or the one with this id. */
export async function readExplores(db: Reader, id?: number): Promise<SavedExplore[]> {
  let query = readWith(db).selectFrom('explores').selectAll().orderBy('name').orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.execute()).map((row) => ({
    id: row.id,
    version: row.version,
    image: { name: row.name, ask: row.ask, createdAt: row.created_at, createdBy: row.created_by },
  }))
}

/** A saved pivot with its version; null when there is none with this id. */
export async function loadExplore(db: Reader, id: number): Promise<SavedExplore | null> {
  const [found] = await readExplores(db, id)
  return found ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveExplore(
  tx: Writer,
  id: number,
  before: ExploreImage | null,
  after: ExploreImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('explores').where('id', '=', id).execute()
    return
  }
  const columns = {
    name: after.name,
    ask: after.ask,
    created_at: after.createdAt,
    created_by: after.createdBy,
  }
  if (before)
    await writeWith(tx)
      .updateTable('explores')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await writeWith(tx)
      .insertInto('explores')
      .values({ id, ...columns, version: 1 })
      .execute()
}
