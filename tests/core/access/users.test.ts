import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserId } from '#shared/values/index.ts'
import { openFilledApp, openTestApp, type TestApp } from '#tests/support/app.ts'

const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const

let t: TestApp
let id: UserId
beforeEach(async () => {
  const app = await openFilledApp(import.meta.filename, ({ must }) => must('access.createUser', mia))
  t = app
  id = app.made.id
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const signIn = (password: string, login = 'mia') =>
  t.app.desk({ workstation: 'FRONT-2', language: 'en' }).call('access.signIn', { login, password })
const userNow = async (login: string) =>
  (await t.must('access.listUsers', {})).find((user) => user.login === login)
const newest = async () => (await t.must('change.list', { entity: 'user', limit: 1 })).rows[0]
const wrong = { refusal: { code: 'WRONG_PASSWORD' } }
const signedIn = { ok: true }

test('a user is made, changed and retired; the log has what differs and never a password', async () => {
  const { password: _password, ...fields } = mia
  expect(await userNow('mia')).toEqual({ id, ...fields, active: true, lastSignIn: null, version: 1 })
  expect(await newest()).toMatchObject({ entityId: id, before: null, after: { ...fields, active: true } })
  const next = { name: 'Mia Lin', language: 'zh', active: false } as const
  expect(await t.must('access.updateUser', { id, version: 1, ...next })).toEqual({ id, version: 2 })
  expect(await userNow('mia')).toMatchObject({ ...fields, ...next, version: 2 })
  expect(await newest()).toMatchObject({ before: { name: 'Mia', language: 'en', active: true }, after: next })
  const unchanged = await t.call('access.updateUser', { id, version: 2, name: 'Mia Lin' })
  expect(unchanged).toEqual({ ok: true, output: { id, version: 2 } })
})

test('a login that is taken, a user who is not on file and an older version are refused', async () => {
  expect(await t.call('access.createUser', mia)).toMatchObject({
    refusal: { code: 'LOGIN_TAKEN', params: { login: 'mia' } },
  })
  expect(await t.call('access.updateUser', { id: 99 as never, version: 1, name: 'X' })).toMatchObject({
    refusal: { code: 'USER_UNKNOWN', params: { id: 99 } },
  })
  expect(await t.call('access.updateUser', { id, version: 7, name: 'X' })).toMatchObject({
    fault: { code: 'CONFLICT', entity: 'user', id },
  })
})

test('the last administrator stays one, under another name too; of two, one may go', async () => {
  const last = { refusal: { code: 'LAST_ADMINISTRATOR' } }
  const admin = await userNow('admin')
  const change = (fields: object) =>
    t.call('access.updateUser', { id: admin?.id as UserId, version: admin?.version ?? 0, ...fields })
  expect(await change({ role: 'clerk' })).toMatchObject(last)
  expect(await change({ active: false })).toMatchObject(last)
  expect(await t.call('access.updateUser', { id, version: 1, role: 'administrator' })).toMatchObject({
    ok: true,
  })
  expect(await t.call('access.updateUser', { id, version: 2, role: 'manager' })).toMatchObject({ ok: true })
  expect(await change({ name: 'Ada' })).toMatchObject({ ok: true })
})

test('a password that an administrator sets counts at once, and ends the wait', async () => {
  for (let i = 0; i < 5; i += 1) await signIn('wrong')
  expect(await signIn('a long one')).toMatchObject({ refusal: { code: 'SIGN_IN_WAIT' } })
  const set = { id, version: 1, password: 'another long one' }
  expect(await t.call('access.updateUser', set, 'set')).toMatchObject({ output: { id, version: 2 } })
  expect(await newest()).toMatchObject({
    before: {},
    after: { passwordSet: expect.stringMatching(/^[\w-]{43}$/) },
  })
  expect(await signIn('another long one')).toMatchObject(signedIn)
  expect(await signIn('a long one')).toMatchObject(wrong)
})

test('an answer is repeated only for the password that was set', async () => {
  const bo = { ...mia, login: 'bo' }
  const used = { fault: { code: 'INVALID_INPUT', issues: [{ code: 'invalid.requestIdUsed' }] } }
  const made = await t.call('access.createUser', bo, 'make')
  expect(await t.call('access.createUser', bo, 'make')).toEqual(made)
  expect(await t.call('access.createUser', { ...bo, password: 'some other' }, 'make')).toMatchObject(used)
  const renamed = await t.call('access.updateUser', { id, version: 1, name: 'M' }, 'name')
  expect(await t.call('access.updateUser', { id, version: 1, name: 'M' }, 'name')).toEqual(renamed)
  await t.must('access.updateUser', { id, version: 2, password: 'later one' })
  const set = { id, version: 3, password: 'latest one' }
  const answer = await t.call('access.updateUser', set, 'set')
  expect(await t.call('access.updateUser', set, 'set')).toEqual(answer)
  expect(await t.call('access.updateUser', { ...set, password: 'other one' }, 'set')).toMatchObject(used)
})

test('one’s own password is changed with the one before, which is wrong from then on', async () => {
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
  const change = (current: string) => desk.call('access.changePassword', { current, password: 'a newer one' })
  for (let i = 0; i < 4; i += 1) expect(await change('wrong')).toMatchObject(wrong)
  const { rows } = await t.must('change.list', { entity: 'access', limit: 1 })
  expect(rows[0]).toMatchObject({ actor: 'mia', after: { wrongPassword: 'mia', attempt: 4 } })
  expect(await change('a long one')).toMatchObject({ ok: true, output: {} })
  expect(await newest()).toMatchObject({
    entityId: id,
    before: {},
    after: { passwordSet: expect.stringMatching(/^[\w-]{43}$/) },
  })
  expect(await userNow('mia')).toMatchObject({ version: 2 })
  // The count begins again: the first wrong one is no fifth.
  expect(await change('a long one')).toMatchObject(wrong)
  expect(await signIn('a newer one')).toMatchObject(signedIn)
  expect(
    await t.deskAs('clerk').call('access.changePassword', { current: 'x', password: 'some other' }),
  ).toMatchObject(wrong)
})

test('whoever guesses at the password of a desk that is signed in waits as well', async () => {
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
  const change = (current: string) => desk.call('access.changePassword', { current, password: 'a newer one' })
  for (let i = 0; i < 5; i += 1) expect(await change('wrong')).toMatchObject(wrong)
  expect(await change('a long one')).toMatchObject({
    refusal: { code: 'SIGN_IN_WAIT', params: { seconds: expect.any(Number) } },
  })
})

test.each([
  ['Passw0rd', 'PASSWORD_COMMON'],
  ['qwertyuiop', 'PASSWORD_COMMON'],
  ['mia-2026', 'PASSWORD_NAMES'],
  ['TestHotel1', 'PASSWORD_NAMES'],
  ['keyrack-demo', 'PASSWORD_NAMES'],
])('%s is no password, whoever sets it: %s', async (password, code) => {
  const refused = { refusal: { code } }
  const change = { current: mia.password, password }
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'mia', password: mia.password })
  expect(await desk.call('access.changePassword', change)).toMatchObject(refused)
  expect(await t.call('access.updateUser', { id, version: 1, password })).toMatchObject(refused)
  expect(await t.call('access.createUser', { ...mia, login: 'mia2', password })).toMatchObject(refused)
  expect(await desk.call('guest.search', {})).toMatchObject(signedIn)
})

test('a first administrator and the users of a demo hotel choose one as well', async () => {
  const empty = await openTestApp({ setUp: false })
  const hotel = { hotelName: '海鸥饭店', language: 'zh', currency: 'CNY', timeZone: 'Asia/Shanghai' } as const
  const run = (password: string) =>
    empty.call('setup.run', { ...hotel, administrator: { login: 'mei', name: 'Mei', password } })
  expect(await run('海鸥饭店2026')).toMatchObject({ refusal: { code: 'PASSWORD_NAMES' } })
  expect(await empty.must('setup.state', {})).toMatchObject({ needed: true, hotelName: '' })
  expect(await run('correct horse')).toMatchObject(signedIn)
  expect(await empty.call('job.startDemo', { rooms: 5, years: 1, password: '12345678' })).toMatchObject({
    refusal: { code: 'PASSWORD_COMMON' },
  })
  await empty.close()
})
