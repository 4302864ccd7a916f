import { type Role, roleAllows, roles } from '#shared/domain/access/roles.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** What the active users are called who may do what asks for this role: nearest to it first, then by name. */
export async function readWhoMay(db: Reader, needed: Role): Promise<string[]> {
  const rows = await readWith(db)
    .selectFrom('users')
    .select(['name', 'login', 'role'])
    .where('active', '=', 1)
    .where(
      'role',
      'in',
      roles.filter((role) => roleAllows(role, needed)),
    )
    .orderBy('name')
    .orderBy('login')
    .execute()
  const rank = (role: string) => roles.indexOf(role as Role)
  return rows.toSorted((a, b) => rank(a.role) - rank(b.role)).map(({ name, login }) => name || login)
}
