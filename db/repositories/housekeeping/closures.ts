import { type Selectable, sql } from 'kysely'
import type { ClosureImage, ClosureKind } from '#shared/domain/housekeeping/closure.ts'
import { nightsOf, type RoomTypeId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { ClosuresTable } from '../../schema/room.ts'

export function closureImage(row: Selectable<ClosuresTable>): ClosureImage {
  return {
    roomId: row.room_id,
    kind: row.kind as ClosureKind,
    from: row.from_night,
    to: row.to_night,
    reason: row.reason,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }
}

export async function loadClosure(db: Reader, id: number) {
  const row = await readWith(db).selectFrom('closures').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { image: closureImage(row), version: row.version } : null
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function closureColumns(after: ClosureImage) {
  return {
    room_id: after.roomId,
    kind: after.kind,
    from_night: after.from,
    to_night: after.to,
    reason: after.reason,
    made_at: after.madeAt,
    made_by: after.madeBy,
  }
}

/**
 * `before` null inserts under that id, `after` null deletes, its room-nights with it. Out of order takes the room-nights of
 * its dates: those that are its own already stay as they are.
 */
export async function saveClosure(
  tx: Writer,
  id: number,
  before: ClosureImage | null,
  after: ClosureImage | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('closures').where('id', '=', id).execute()
    return
  }
  const columns = closureColumns(after)
  if (before)
    await db
      .updateTable('closures')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('closures')
      .values({ id, ...columns, version: 1 })
      .execute()
  await db
    .deleteFrom('room_nights')
    .where('closure_id', '=', id)
    .where((row) =>
      row.or([
        row(sql`${after.kind}`, '<>', 'out-of-order'),
        row('night', '<', after.from),
        row('night', '>=', after.to),
      ]),
    )
    .execute()
  if (after.kind === 'out-of-order') await takeNights(tx, id, after)
}

async function takeNights(tx: Writer, id: number, { roomId, from, to }: ClosureImage): Promise<void> {
  const db = writeWith(tx)
  const had = await db.selectFrom('room_nights').select('night').where('closure_id', '=', id).execute()
  const own = new Set(had.map(({ night }) => night))
  const nights = nightsOf(from, to).filter((night) => !own.has(night))
  if (nights.length === 0) return
  const room = await db
    .selectFrom('rooms')
    .select('room_type_id')
    .where('id', '=', roomId)
    .executeTakeFirstOrThrow()
  const typeId: RoomTypeId = room.room_type_id
  await db
    .insertInto('room_nights')
    .values(
      nights.map((night) => ({
        booking_id: null,
        closure_id: id,
        night,
        room_type_id: typeId,
        room_id: roomId,
        rate_minor: 0,
        live: 1 as const,
      })),
    )
    .execute()
}
