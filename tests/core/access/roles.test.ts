import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { givenRoles } from '#shared/domain/access/given-roles.ts'
import { rights } from '#shared/domain/access/rights.ts'
import type { RoleId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'

const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const

let t: TestApp
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, ({ must }) => must('access.createUser', mia))
})
afterEach(async () => {
  const raw = openRaw(t.file, { readonly: true })
  expect(examineImages(raw, () => undefined)).toEqual([])
  raw.close()
  expect(t.defects).toEqual([])
  await t.close()
})

const roleCalled = async (code: string) => {
  const found = (await t.must('access.listRoles', {})).find((role) => role.code === code)
  if (!found) throw new Error(`no role ${code}`)
  return found
}
const refused = (code: string, params = {}) => ({ ok: false, refusal: { code, params } })
const deskOf = async (login: string) => {
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login, password: 'a long one' })
  return desk
}
const save = async (code: string, change: (held: readonly string[]) => readonly string[]) => {
  const { id, version, rights: held } = await roleCalled(code)
  return t.call('access.saveRole', { id, version, rights: change(held) as never })
}
const without = (right: string) => (held: readonly string[]) => held.filter((one) => one !== right)

test('a hotel begins with the given roles and their users', async () => {
  const roles = await t.must('access.listRoles', {})
  expect(roles.map(({ code }) => code)).toEqual(Object.keys(givenRoles))
  expect(await roleCalled('clerk')).toMatchObject({
    name: '',
    given: true,
    adjusted: false,
    users: 1,
    active: 1,
  })
  expect((await roleCalled('administrator')).rights).toEqual(rights)
})

test('what is taken from a role is gone at once at every desk, and comes back by undo', async () => {
  const desk = await deskOf('mia')
  expect(await desk.call('guest.search', {})).toMatchObject({ ok: true })
  const reply = await save('clerk', without('guest-read'))
  expect(reply).toMatchObject({ ok: true, output: { version: 2 } })
  expect(desk.user()?.rights).not.toContain('guest-read')
  const denied = await desk.call('guest.search', {})
  expect(denied).toEqual({
    ok: false,
    fault: { code: 'NOT_PERMITTED', needed: 'guest-read', who: 'Ada Min' },
  })
  expect(await roleCalled('clerk')).toMatchObject({ adjusted: true })
  const [row] = (await t.must('change.list', { entity: 'role', limit: 1 })).rows
  expect(row).toMatchObject({
    before: { rights: { 'guest-read': true } },
    after: { rights: { 'guest-read': null } },
  })
  await t.must('change.undo', { change: (reply as { change: number }).change })
  expect(await desk.call('guest.search', {})).toMatchObject({ ok: true })
  expect(await roleCalled('clerk')).toMatchObject({ adjusted: false, version: 3 })
})

test('an own role is made, given to somebody, renamed, and deleted once nobody has it', async () => {
  const made = await t.must('access.saveRole', { name: 'Porter', rights: ['guest-read', 'house'] })
  expect(made.version).toBe(1)
  const [user] = (await t.must('access.listUsers', {})).filter(({ login }) => login === 'mia')
  if (!user) throw new Error('no Mia')
  await t.must('access.updateUser', { id: user.id, version: user.version, role: 'Porter' })
  const desk = await deskOf('mia')
  expect(await desk.call('access.session', {})).toMatchObject({
    output: { user: { role: 'Porter', roleName: 'Porter', rights: ['guest-read', 'house'] } },
  })
  expect(await desk.call('booking.list', {} as never)).toMatchObject({ fault: { needed: 'booking-read' } })
  const { id } = made
  const renamed = await t.must('access.saveRole', { id, version: 1, name: 'Concierge', rights: ['house'] })
  expect(await desk.call('access.session', {})).toMatchObject({
    output: { user: { role: 'Porter', roleName: 'Concierge', rights: ['house'] } },
  })
  expect(await t.call('access.deleteRole', { id, version: renamed.version })).toMatchObject(
    refused('ROLE_IN_USE', { who: 'Mia' }),
  )
  await t.must('access.updateUser', { id: user.id, version: user.version + 1, role: 'clerk' })
  const gone = await t.call('access.deleteRole', { id, version: renamed.version })
  expect(gone).toMatchObject({ ok: true })
  await t.must('change.undo', { change: (gone as { change: number }).change })
  expect(await roleCalled('Porter')).toMatchObject({ id, name: 'Concierge', rights: ['house'] })
  expect((await t.must('access.saveRole', { name: 'Bell', rights: [] })).id).toBeGreaterThan(id)
})

test('a role that somebody has since is not undone away', async () => {
  const reply = await t.call('access.saveRole', { name: 'Porter', rights: ['house'] })
  await t.must('access.createUser', { ...mia, login: 'joe', role: 'Porter' })
  expect(await t.call('change.undo', { change: (reply as { change: number }).change })).toMatchObject(
    refused('ROLE_IN_USE'),
  )
})

describe('refused', () => {
  test.each<[string, object, string]>([
    ['a role without a name', { rights: [] }, 'ROLE_NAME_NEEDED'],
    ['an own role under a given one’s code', { name: 'Porter', rights: [] }, 'ROLE_NAME_TAKEN'],
    ['the same name in other letters', { name: 'pORTER', rights: [] }, 'ROLE_NAME_TAKEN'],
    ['one that is not on file', { id: 99, version: 1, rights: [] }, 'ROLE_UNKNOWN'],
  ])('%s', async (_what, input, code) => {
    await t.must('access.saveRole', { name: 'Porter', rights: [] })
    expect(await t.call('access.saveRole', input as never)).toMatchObject(refused(code))
  })

  test('a given role to be deleted, an older version, and a user with a role that is not on file', async () => {
    const { id, version } = await roleCalled('housekeeper')
    expect(await t.call('access.deleteRole', { id, version })).toMatchObject(refused('ROLE_GIVEN'))
    expect(await t.call('access.saveRole', { id, version: 7, rights: [] })).toMatchObject({
      fault: { code: 'CONFLICT', entity: 'role', id },
    })
    expect(await t.call('access.deleteRole', { id: 99 as RoleId, version: 1 })).toMatchObject(
      refused('ROLE_UNKNOWN'),
    )
    expect(await t.call('access.createUser', { ...mia, login: 'joe', role: 'Pilot' })).toMatchObject(
      refused('ROLE_UNKNOWN', { role: 'Pilot' }),
    )
  })

  test('whatever would leave nobody who manages users and roles, on every road', async () => {
    const last = refused('LAST_ADMINISTRATOR')
    expect(await save('administrator', without('users'))).toMatchObject(last)
    const given = await t.call('access.saveRole', { name: 'Chief', rights: ['users'] })
    expect(given).toMatchObject({ ok: true })
    const joe = await t.must('access.createUser', { ...mia, login: 'joe', role: 'Chief' })
    const taken = await save('administrator', without('users'))
    expect(taken).toMatchObject({ ok: true })
    // Joe alone is left, who signs in now: neither he nor his role can go, nor lose the right
    const desk = await deskOf('joe')
    const call = (name: string, input: object) => desk.call(name, input)
    expect(await call('access.updateUser', { ...joe, active: false })).toMatchObject(last)
    expect(await call('access.updateUser', { ...joe, role: 'clerk' })).toMatchObject(last)
    const { id } = (given as { output: { id: RoleId } }).output
    expect(await call('access.saveRole', { id, version: 1, rights: [] })).toMatchObject(last)
    // Undo of what gave the right is a road as well
    const more = await call('access.saveRole', { id, version: 1, rights: ['users', 'house'] })
    await call('access.saveRole', { id, version: 2, rights: ['users'] })
    expect(more).toMatchObject({ ok: true })
    const admin = await roleCalledBy(desk, 'administrator')
    const back = await call('access.saveRole', { id: admin.id, version: admin.version, rights })
    await call('access.saveRole', { id, version: 3, rights: [] })
    expect(await t.call('change.undo', { change: (back as { change: number }).change })).toMatchObject(last)
  })
})

async function roleCalledBy(desk: Awaited<ReturnType<typeof deskOf>>, code: string) {
  const reply = (await desk.call('access.listRoles', {})) as {
    output: { id: number; version: number; code: string }[]
  }
  const found = reply.output.find((role) => role.code === code)
  if (!found) throw new Error(`no role ${code}`)
  return found
}
