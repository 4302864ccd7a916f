import type { DeskDevices } from '#shared/domain/device/device.ts'
import type { DeskDevicesId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { DeskDevicesRow } from '../../schema/registration.ts'

const ofDesk = prepared((db, at: { workstation: string }) =>
  db.selectFrom('desk_devices').selectAll().where('workstation', '=', at.workstation),
)

function imageOf({ workstation, reader, encoder, printer }: DeskDevicesRow): DeskDevices {
  return { workstation, reader, encoder, printer }
}

/** What a desk has chosen; null where nobody chose anything for it. */
export async function devicesOfDesk(db: Reader, workstation: string) {
  const row = await ofDesk.first(db, { workstation })
  return row ? { id: row.id, image: imageOf(row), version: row.version } : null
}

export async function loadDeskDevices(db: Reader, id: DeskDevicesId) {
  const row = await readWith(db)
    .selectFrom('desk_devices')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { image: imageOf(row), version: row.version } : null
}

/** `before` null inserts the row, `after` null deletes it. */
export async function saveDeskDevices(
  tx: Writer,
  id: DeskDevicesId,
  before: DeskDevices | null,
  after: DeskDevices | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) await db.deleteFrom('desk_devices').where('id', '=', id).execute()
  else if (before)
    await db
      .updateTable('desk_devices')
      .set((row) => ({ ...after, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('desk_devices')
      .values({ id, ...after, version: 1 })
      .execute()
}
