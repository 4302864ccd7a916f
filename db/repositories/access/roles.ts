import type { RoleImage } from '#shared/domain/access/roles.ts'
import type { RoleId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import type { Writer } from '../../handles.ts'

/** `after` null deletes. A given role gets its row when it is first adjusted, at version 2. */
export async function saveRole(
  tx: Writer,
  id: RoleId,
  before: RoleImage | null,
  after: RoleImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('roles').where('id', '=', id).execute()
    return
  }
  const { code, name } = after
  const rights = JSON.stringify(after.rights)
  await writeWith(tx)
    .insertInto('roles')
    .values({ id, code, name, rights, version: before ? 2 : 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((expression) => ({ code, name, rights, version: expression('roles.version', '+', 1) })),
    )
    .execute()
}
