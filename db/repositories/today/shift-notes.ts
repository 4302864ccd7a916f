import type { ShiftNoteImage } from '#shared/domain/today/shift-note.ts'
import type { ShiftNoteId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

export async function loadShiftNote(db: Reader, id: ShiftNoteId) {
  const row = await readWith(db).selectFrom('shift_notes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { text, created_at, created_by, ticked_at, ticked_by, version } = row
  const image: ShiftNoteImage = {
    text,
    createdAt: created_at,
    createdBy: created_by,
    tickedAt: ticked_at,
    tickedBy: ticked_by,
  }
  return { image, version }
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveShiftNote(
  tx: Writer,
  id: ShiftNoteId,
  before: ShiftNoteImage | null,
  after: ShiftNoteImage | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('shift_notes').where('id', '=', id).execute()
    return
  }
  const row = {
    text: after.text,
    created_at: after.createdAt,
    created_by: after.createdBy,
    ticked_at: after.tickedAt,
    ticked_by: after.tickedBy,
  }
  if (!before)
    await db
      .insertInto('shift_notes')
      .values({ id, ...row, version: 1 })
      .execute()
  else
    await db
      .updateTable('shift_notes')
      .set((expression) => ({ ...row, version: expression('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
