import type { Selectable } from 'kysely'
import type { Housekeeping, RoomImage } from '#shared/domain/room/room.ts'
import type { RoomId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { RoomsTable } from '../../schema/room.ts'

export function roomImage(row: Selectable<RoomsTable>): RoomImage {
  return {
    number: row.number,
    roomTypeId: row.room_type_id,
    floor: row.floor,
    features: JSON.parse(row.features),
    housekeeping: row.housekeeping as Housekeeping,
    outOfService: row.out_of_service === 1,
    active: row.active === 1,
  }
}

function columnsOf(image: RoomImage) {
  return {
    number: image.number,
    room_type_id: image.roomTypeId,
    floor: image.floor,
    features: JSON.stringify(image.features),
    housekeeping: image.housekeeping,
    out_of_service: flag(image.outOfService),
    active: flag(image.active),
  }
}

const roomById = prepared((db, at: { id: RoomId }) =>
  db.selectFrom('rooms').selectAll().where('id', '=', at.id),
)

export async function loadRoom(db: Reader, id: RoomId) {
  const row = await roomById.first(db, { id })
  return row ? { image: roomImage(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveRoom(
  tx: Writer,
  id: RoomId,
  before: RoomImage | null,
  after: RoomImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('rooms').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('rooms')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('rooms')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

/** Puts a room that is on file as it is after several rows of its log; the demo writes its rooms with it. */
export async function saveRoomAs(tx: Writer, id: RoomId, image: RoomImage, version: number): Promise<void> {
  await writeWith(tx)
    .updateTable('rooms')
    .set({ ...columnsOf(image), version })
    .where('id', '=', id)
    .execute()
}

export async function findRoomByNumber(db: Reader, number: string): Promise<RoomId | null> {
  const row = await readWith(db)
    .selectFrom('rooms')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}
