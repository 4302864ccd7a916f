import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenDesk } from '#core/compose.ts'
import type { UserId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'

const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const
const minute = 60_000
const hour = 60 * minute
/** Everything that needs no turn of its own is done: what was called waits for its turn. */
const inQueue = () => new Promise((resolve) => setImmediate(resolve))
const signedOut = { ok: false, fault: { code: 'NOT_SIGNED_IN' } }

let t: TestApp
let id: UserId
let clock: number
beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 4)
  const app = await openFilledApp(import.meta.filename, ({ must }) => must('access.createUser', mia), {
    clock: () => clock,
  })
  t = app
  id = app.made.id
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

async function deskOf(login: string, password: string, workstation = 'FRONT-2'): Promise<OpenDesk> {
  const desk = t.app.desk({ workstation, language: 'en' })
  expect(await desk.call('access.signIn', { login, password })).toMatchObject({ ok: true })
  return desk
}
const ofMia = (workstation?: string) => deskOf('mia', 'a long one', workstation)
const read = (desk: OpenDesk) => desk.call('guest.search', {})
const sessions = async (desk: OpenDesk) => {
  const reply = await desk.call('access.listSessions', {})
  return (reply.ok ? reply.output : reply) as { session: string; login: string; current: boolean }[]
}

test('a desk that is only read from locks after the minutes that the hotel has set; what is done puts it off', async () => {
  const desk = await ofMia()
  const ends: string[] = []
  desk.onEnd(() => ends.push('ended'))
  clock += 10 * minute
  expect(await read(desk)).toMatchObject({ ok: true })
  clock += 4 * minute
  expect(await desk.call('access.attend', {})).toEqual({ ok: true, output: {} })
  clock += 14 * minute
  expect(await desk.call('guest.create', { nativeName: '王芳' })).toMatchObject({ ok: true })
  clock += 14 * minute
  expect(await read(desk)).toMatchObject({ ok: true })
  clock += 1 * minute
  expect(await desk.call('access.attend', {})).toEqual(signedOut)
  expect(ends).toEqual(['ended'])
  expect(desk.user()).toBeNull()
  await t.must('hotel.updateSettings', { version: 1, idleMinutes: 2 })
  const again = await ofMia()
  clock += 2 * minute
  expect(await read(again)).toEqual(signedOut)
})

test('it locks by itself as well, and tells its page', async () => {
  const desk = await ofMia()
  const told = new Promise<void>((resolve) => void desk.onEnd(resolve))
  clock += 15 * minute
  await t.app.endOverdueSessions()
  await told
  expect(desk.user()).toBeNull()
})

test('nobody stays signed in for longer than the hotel has set, however busy', async () => {
  const desk = await ofMia()
  for (let tenths = 1; tenths < 120; tenths += 1) {
    clock += hour / 10
    expect(await desk.call('access.attend', {})).toMatchObject({ ok: true })
  }
  clock += hour / 10
  expect(await desk.call('guest.create', { nativeName: '王芳' })).toEqual(signedOut)
  await t.must('hotel.updateSettings', { version: 1, sessionHours: 1 })
  const again = await ofMia()
  for (const _quarter of [1, 2, 3]) {
    clock += 14 * minute
    await again.call('access.attend', {})
  }
  clock += 14 * minute
  expect(await read(again)).toMatchObject({ ok: true })
  clock += 4 * minute
  expect(await read(again)).toEqual(signedOut)
})

test.each([
  ['idleMinutes', 0],
  ['idleMinutes', 241],
  ['sessionHours', 0],
  ['sessionHours', 25],
  ['sessionHours', 1.5],
])('a hotel cannot set %s to %s', async (field, value) => {
  expect(await t.call('hotel.updateSettings', { version: 1, [field]: value })).toMatchObject({
    fault: { code: 'INVALID_INPUT', issues: [{ path: [field] }] },
  })
})

test('one’s own new password ends one’s other sessions and not this one', async () => {
  const [here, there] = [await ofMia(), await ofMia('FRONT-3')]
  const bystander = await deskOf('admin', 'correct horse')
  const change = { current: 'a long one', password: 'a newer one' }
  expect(await here.call('access.changePassword', change)).toMatchObject({ ok: true })
  expect(there.user()).toBeNull()
  expect(await read(there)).toEqual(signedOut)
  expect(await read(here)).toMatchObject({ ok: true })
  expect(await read(bystander)).toMatchObject({ ok: true })
})

test.each([
  ['a password set by an administrator', { password: 'another long one' }],
  ['retiring', { active: false }],
])('%s ends all sessions of that user at once', async (_what, fields) => {
  const desks = [await ofMia(), await ofMia('FRONT-3')]
  const admin = await deskOf('admin', 'correct horse')
  await admin.call('access.updateUser', { id, version: 1, ...fields })
  for (const desk of desks) {
    expect(desk.user()).toBeNull()
    expect(await desk.userNow()).toBeNull()
    expect(await read(desk)).toEqual(signedOut)
  }
  expect(await read(admin)).toMatchObject({ ok: true })
})

test('another name or role ends nothing and counts at once, also for what a host asks', async () => {
  const desk = await ofMia()
  await t.must('access.updateUser', { id, version: 1, role: 'manager', name: 'Mia Lin' })
  expect(desk.user()).toMatchObject({ role: 'manager', name: 'Mia Lin' })
  await t.must('access.updateUser', { id, version: 2, role: 'clerk' })
  expect(desk.user()).toMatchObject({ role: 'clerk' })
})

test('a command that waits for its turn is not done once its session was taken away', async () => {
  const desk = await ofMia()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const [mine] = await sessions(desk)
  const busy = t.app.store.exclusively(async () => await held)
  const ended = t.call('access.endSession', { session: mine?.session ?? '' })
  await inQueue()
  const waiting = desk.call('guest.create', { nativeName: '王芳' })
  release()
  await busy
  expect(await ended).toMatchObject({ ok: true })
  expect(await waiting).toEqual(signedOut)
})

test('the list has one’s own sessions, for an administrator everybody’s; each may end what it has', async () => {
  const [here, there] = [await ofMia(), await ofMia('FRONT-3')]
  clock += 3 * minute
  const admin = await deskOf('admin', 'correct horse', 'OFFICE')
  const own = await sessions(here)
  const since = '2026-03-02T04:00:00.000Z'
  const common = { session: expect.any(String), user: id, login: 'mia', name: 'Mia', since, lastAct: since }
  expect(own).toEqual([
    { ...common, workstation: 'FRONT-2', current: true },
    { ...common, workstation: 'FRONT-3', current: false },
  ])
  const all = await sessions(admin)
  expect(all.map(({ login, current }) => [login, current])).toEqual([
    ['mia', false],
    ['mia', false],
    ['admin', true],
  ])
  const unknown = { refusal: { code: 'SESSION_UNKNOWN' } }
  const office = all[2]?.session
  expect(await here.call('access.endSession', { session: office })).toMatchObject(unknown)
  expect(await here.call('access.endSession', { session: own[1]?.session })).toMatchObject({ ok: true })
  expect(await read(there)).toEqual(signedOut)
  expect(await admin.call('access.endSession', { session: own[1]?.session })).toMatchObject(unknown)
  expect(await admin.call('access.endSession', { session: own[0]?.session })).toMatchObject({ ok: true })
  expect(await read(here)).toEqual(signedOut)
  const { rows } = await t.must('change.list', { entity: 'access', limit: 1 })
  expect(rows[0]).toMatchObject({
    actor: 'admin',
    entityId: id,
    after: { sessionEnded: 'mia', workstation: 'FRONT-2' },
  })
  expect(await admin.call('access.endSession', { session: office })).toMatchObject({ ok: true })
  expect(await read(admin)).toEqual(signedOut)
})

test('signing in again at a desk, also as another user, is a new session', async () => {
  const desk = await ofMia()
  const [before] = await sessions(desk)
  await desk.call('access.signIn', { login: 'admin', password: 'correct horse' })
  const all = await sessions(desk)
  expect(all).toMatchObject([{ login: 'admin', current: true }])
  expect(all[0]?.session).not.toBe(before?.session)
})
