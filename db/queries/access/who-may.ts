import type { Right } from '#shared/domain/access/rights.ts'
import { rightsOf, rolesWith } from '#shared/domain/access/roles.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { readRolesOnFile } from './roles.ts'

/** What the active users are called who have this right. */
export async function readWhoMay(db: Reader, needed: Right): Promise<string[]> {
  return (await readMayRows(db, needed)).map(({ name, login }) => name || login)
}

/** The active users who have this right: those with the fewest others first, then by name. */
export async function readMayRows(db: Reader, needed: Right) {
  const held = new Map(rolesWith(await readRolesOnFile(db)).map(({ image }) => [image.code, rightsOf(image)]))
  const rows = await readWith(db)
    .selectFrom('users')
    .select(['name', 'login', 'role'])
    .where('active', '=', 1)
    .orderBy('name')
    .orderBy('login')
    .execute()
  const count = (role: string) => held.get(role)?.length ?? 0
  return rows
    .filter(({ role }) => held.get(role)?.includes(needed))
    .toSorted((a, b) => count(a.role) - count(b.role))
}
