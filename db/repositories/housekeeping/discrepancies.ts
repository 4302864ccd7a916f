import type { Selectable } from 'kysely'
import type { DiscrepancyImage, DiscrepancyKind } from '#shared/domain/housekeeping/discrepancy.ts'
import type { DiscrepancyId, RoomId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { DiscrepanciesTable } from '../../schema/housekeeping.ts'

function onFile(row: Selectable<DiscrepanciesTable>) {
  const image: DiscrepancyImage = {
    roomId: row.room_id,
    onDate: row.on_date,
    kind: row.kind as DiscrepancyKind,
    seenPersons: row.seen_persons,
    deskPersons: row.desk_persons,
    note: row.note,
    notedAt: row.noted_at,
    notedBy: row.noted_by,
    settlement: row.settlement,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  }
  return { id: row.id, image, version: row.version }
}

export async function loadDiscrepancy(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('discrepancies')
    .selectAll()
    .where('id', '=', id as DiscrepancyId)
    .executeTakeFirst()
  return row ? onFile(row) : null
}

/** What is not settled yet, of one room or of all, the oldest first. */
export async function readOpenDiscrepancies(db: Reader, roomId: RoomId | null) {
  let query = readWith(db).selectFrom('discrepancies').selectAll().where('settled_at', 'is', null)
  if (roomId) query = query.where('room_id', '=', roomId)
  return (await query.orderBy('id').execute()).map(onFile)
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function discrepancyColumns(after: DiscrepancyImage) {
  return {
    room_id: after.roomId,
    on_date: after.onDate,
    kind: after.kind,
    seen_persons: after.seenPersons,
    desk_persons: after.deskPersons,
    note: after.note,
    noted_at: after.notedAt,
    noted_by: after.notedBy,
    settlement: after.settlement,
    settled_at: after.settledAt,
    settled_by: after.settledBy,
  }
}

export async function saveDiscrepancy(
  tx: Writer,
  id: number,
  before: DiscrepancyImage | null,
  after: DiscrepancyImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const discrepancyId = id as DiscrepancyId
  if (!after) {
    await db.deleteFrom('discrepancies').where('id', '=', discrepancyId).execute()
    return
  }
  const columns = discrepancyColumns(after)
  if (before)
    await db
      .updateTable('discrepancies')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', discrepancyId)
      .execute()
  else
    await db
      .insertInto('discrepancies')
      .values({ id: discrepancyId, ...columns, version: 1 })
      .execute()
}
