import type { AttendantImage } from '#shared/domain/housekeeping/task.ts'
import type { AttendantId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'

/** Every attendant by name. */
export async function readAttendants(db: Reader) {
  const rows = await readWith(db).selectFrom('attendants').selectAll().orderBy('name').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    image: {
      name: row.name,
      language: row.language,
      floors: JSON.parse(row.floors),
      userId: row.user_id,
      credits: row.credits,
      active: row.active === 1,
    } as AttendantImage,
  }))
}

export async function loadAttendant(db: Reader, id: number) {
  return (await readAttendants(db)).find((one) => one.id === id) ?? null
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function attendantColumns(after: AttendantImage) {
  return {
    name: after.name,
    language: after.language,
    floors: JSON.stringify(after.floors),
    user_id: after.userId,
    credits: after.credits,
    active: flag(after.active),
  }
}

export async function saveAttendant(
  tx: Writer,
  id: number,
  before: AttendantImage | null,
  after: AttendantImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const attendantId = id as AttendantId
  if (!after) {
    await db.deleteFrom('attendants').where('id', '=', attendantId).execute()
    return
  }
  const columns = attendantColumns(after)
  if (before)
    await db
      .updateTable('attendants')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', attendantId)
      .execute()
  else
    await db
      .insertInto('attendants')
      .values({ id: attendantId, ...columns, version: 1 })
      .execute()
}
