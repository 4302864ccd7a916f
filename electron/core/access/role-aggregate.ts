import type { Reader, Writer } from '#db/handles.ts'
import { readRolesOnFile } from '#db/queries/access/roles.ts'
import { readUsers, type UserRow } from '#db/repositories/access/repository.ts'
import { saveRole } from '#db/repositories/access/roles.ts'
import { isGivenRole } from '#shared/domain/access/given-roles.ts'
import { givenRoleAt, leavesAdministrator, type RoleImage, rolesWith } from '#shared/domain/access/roles.ts'
import { type RoleId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'

/**
 * A role. A given one is there from the start, an own one goes only while nobody has it, and no change leaves the hotel
 * without somebody active who manages users and roles.
 */
export const roleAggregate: Aggregate<RoleImage> = {
  entity: 'role',
  unknown: 'ROLE_UNKNOWN',
  load: async (tx, id) => {
    const onFile = (await readRolesOnFile(tx)).find((role) => role.id === id)
    return onFile ?? givenRoleAt(id)
  },
  save: (tx, id, before, after) => saveRole(tx, id as RoleId, before, after),
  check: async (tx, _ctx, id, before, after) => {
    if (after && after.name !== before?.name) {
      const roles = rolesWith(await readRolesOnFile(tx))
      const other = roles.find((role) => role.id !== id && isCalled(role.image, after.name))
      if (other) return refuse('ROLE_NAME_TAKEN', { name: after.name })
    }
    if (!after) {
      const users = (await readUsers(tx)).filter((user) => user.role === before?.code)
      if (users.length > 0)
        return refuse('ROLE_IN_USE', { who: users.map(({ name, login }) => name || login).join(', ') })
    }
    const kept = await keepsAdministrator(tx, { role: { id: id as RoleId, image: after } })
    return kept ? null : refuse('LAST_ADMINISTRATOR')
  },
}

function isCalled({ code, name }: RoleImage, text: string): boolean {
  const same = (one: string) => one.toLowerCase() === text.toLowerCase()
  return same(name) || (!isGivenRole(code) && same(code))
}

/** Whether users may have this role. */
export async function hasRole(db: Reader, code: string): Promise<boolean> {
  return rolesWith(await readRolesOnFile(db)).some(({ image }) => image.code === code)
}

/** Whether somebody is left who manages users and roles once this user or this role is as given (null: gone). */
export async function keepsAdministrator(
  tx: Writer,
  next: { user: UserRow } | { role: { id: RoleId; image: RoleImage | null } },
): Promise<boolean> {
  const users = (await readUsers(tx)).map((row) =>
    'user' in next && row.id === next.user.id ? next.user : row,
  )
  const roles = rolesWith(await readRolesOnFile(tx)).flatMap((role) => {
    if (!('role' in next) || next.role.id !== role.id) return [role]
    return next.role.image ? [{ image: next.role.image }] : []
  })
  return leavesAdministrator(
    users.map(({ role, active }) => ({ role, active: active === 1 })),
    roles,
  )
}
