import type { Selectable } from 'kysely'
import type { RoomTypeImage } from '#shared/domain/room/room.ts'
import type { RoomTypeId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { RoomTypesTable } from '../../schema/room.ts'

export function roomTypeImage(row: Selectable<RoomTypesTable>): RoomTypeImage {
  return {
    code: row.code,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    maxPersons: row.max_persons,
    overbooking: row.overbooking,
    baseRateMinor: row.base_rate_minor,
    position: row.position,
    active: row.active === 1,
  }
}

function columnsOf(image: RoomTypeImage) {
  return {
    code: image.code,
    name_en: image.nameEn,
    name_zh: image.nameZh,
    max_persons: image.maxPersons,
    overbooking: image.overbooking,
    base_rate_minor: image.baseRateMinor,
    position: image.position,
    active: flag(image.active),
  }
}

export async function loadRoomType(db: Reader, id: RoomTypeId) {
  const row = await readWith(db).selectFrom('room_types').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { image: roomTypeImage(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveRoomType(
  tx: Writer,
  id: RoomTypeId,
  before: RoomTypeImage | null,
  after: RoomTypeImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('room_types').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('room_types')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('room_types')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

/** The type that has this code; codes differ in more than case. */
export async function findRoomTypeByCode(db: Reader, code: string): Promise<RoomTypeId | null> {
  const row = await readWith(db)
    .selectFrom('room_types')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}
