import type { GuestKindImage } from '#shared/domain/insight/groups/kind-image.ts'
import type { GuestKindId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

export type GuestKind = { id: GuestKindId; version: number; image: GuestKindImage }

const columns = ['id', 'name', 'means', 'version'] as const

function kindOf({
  id,
  name,
  means,
  version,
}: {
  id: GuestKindId
  name: string
  means: string
  version: number
}): GuestKind {
  return { id, version, image: { name, means: JSON.parse(means) as GuestKindImage['means'] } }
}

/** Every named kind, in the order in which they were named. */
export async function listGuestKinds(db: Reader): Promise<GuestKind[]> {
  const rows = await readWith(db).selectFrom('guest_kinds').select(columns).orderBy('id').execute()
  return rows.map(kindOf)
}

export async function loadGuestKind(db: Reader, id: GuestKindId): Promise<GuestKind | null> {
  const row = await readWith(db)
    .selectFrom('guest_kinds')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? kindOf(row) : null
}

/** Whose name it is. */
export async function findGuestKind(db: Reader, name: string): Promise<GuestKindId | null> {
  const row = await readWith(db)
    .selectFrom('guest_kinds')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveGuestKind(
  tx: Writer,
  id: GuestKindId,
  before: GuestKindImage | null,
  after: GuestKindImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('guest_kinds').where('id', '=', id).execute()
    return
  }
  const values = { name: after.name, means: JSON.stringify(after.means) }
  if (!before)
    await writeWith(tx)
      .insertInto('guest_kinds')
      .values({ id, ...values, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('guest_kinds')
      .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
