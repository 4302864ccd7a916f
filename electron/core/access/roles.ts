import { readRolesOnFile } from '#db/queries/access/roles.ts'
import { readUsers } from '#db/repositories/access/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { isGivenRole } from '#shared/domain/access/given-roles.ts'
import { firstOwnId, givenRole, rightsImage, rightsOf, rolesWith } from '#shared/domain/access/roles.ts'
import { ok, type RoleId, refuse } from '#shared/values/index.ts'
import { create, edit, remove } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict } from '../kernel/outcome.ts'
import { roleAggregate } from './role-aggregate.ts'

export const listRoles = reads('access.listRoles', async (db) => {
  const users = await readUsers(db)
  return rolesWith(await readRolesOnFile(db)).map(({ id, version, image }) => {
    const { code, name } = image
    const having = users.filter(({ role }) => role === code)
    const given = isGivenRole(code)
    const held = rightsOf(image)
    return {
      id,
      code,
      name,
      rights: held,
      given,
      adjusted: given && held.join() !== rightsOf(givenRole(code).image).join(),
      active: having.filter(({ active }) => active === 1).length,
      users: having.length,
      version,
    }
  })
})

export const saveRole = writes('access.saveRole', async (tx, ctx, { id, version, name, rights }) => {
  const image = rightsImage(rights)
  if (id === undefined) {
    if (name === undefined) return refuse('ROLE_NAME_NEEDED')
    const next = Math.max(firstOwnId, await nextId(tx, 'roles'))
    return create(tx, ctx, roleAggregate, next, { code: name, name, rights: image })
  }
  if (version === undefined) return conflict('role', id)
  return edit(tx, ctx, roleAggregate, id, version, (role) =>
    ok({ ...role, rights: image, name: isGivenRole(role.code) ? role.name : (name ?? role.name) }),
  )
})

export const deleteRole = writes('access.deleteRole', async (tx, ctx, { id, version }) => {
  const found = await roleAggregate.load(tx, id)
  if (found && isGivenRole(found.image.code)) return refuse('ROLE_GIVEN')
  return remove(tx, ctx, roleAggregate, id as RoleId, version, {})
})
