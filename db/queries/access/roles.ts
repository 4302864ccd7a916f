import type { Role, RoleImage } from '#shared/domain/access/roles.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import type { RolesTable } from '../../schema/access.ts'

function roleOf({ id, code, name, rights, version }: RolesTable): Role {
  return { id, version, image: { code, name, rights: JSON.parse(rights) as RoleImage['rights'] } }
}

/** The roles on file: adjusted and own ones. */
export async function readRolesOnFile(db: Reader): Promise<Role[]> {
  return (await readWith(db).selectFrom('roles').selectAll().orderBy('id').execute()).map(roleOf)
}
