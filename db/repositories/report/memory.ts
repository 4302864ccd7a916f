import type { UserId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The parameters (JSON) that a user opened each report with last. */
export type MemoryImage = { reports: { [report: string]: string } }

/** What a user used last; null before the first. */
export async function loadMemory(db: Reader, userId: number) {
  const row = await readWith(db)
    .selectFrom('report_memories')
    .select('version')
    .where('id', '=', userId as UserId)
    .executeTakeFirst()
  if (!row) return null
  const entries = await readWith(db)
    .selectFrom('report_memory_entries')
    .select(['report', 'parameters'])
    .where('user_id', '=', userId as UserId)
    .orderBy('report')
    .execute()
  const reports = Object.fromEntries(entries.map(({ report, parameters }) => [report, parameters]))
  return { image: { reports } satisfies MemoryImage, version: row.version }
}

export async function saveMemory(
  tx: Writer,
  userId: number,
  before: MemoryImage | null,
  after: MemoryImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const id = userId as UserId
  if (!before) await db.insertInto('report_memories').values({ id, version: 1 }).execute()
  else if (!after) await db.deleteFrom('report_memories').where('id', '=', id).execute()
  else
    await db
      .updateTable('report_memories')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  if (!after) return
  await db.deleteFrom('report_memory_entries').where('user_id', '=', id).execute()
  const rows = Object.entries(after.reports).map(([report, parameters]) => ({
    user_id: id,
    report,
    parameters,
  }))
  if (rows.length > 0) await db.insertInto('report_memory_entries').values(rows).execute()
}
