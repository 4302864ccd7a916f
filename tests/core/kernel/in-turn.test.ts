import { afterEach, expect, test, vi } from 'vitest'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
let letGo: () => void = () => undefined
afterEach(async () => {
  letGo()
  vi.useRealTimers()
  await t.close()
})

/** A job has the store: commands wait for their turn. */
async function holdStore() {
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const held = new Promise<void>((begun) => {
    void t.app.store.exclusively(async () => {
      begun()
      await gate
    })
  })
  await held
}

async function managerDesk() {
  await t.must('access.createUser', {
    login: 'mei',
    name: 'Mei Lin',
    password: 'correct horse',
    role: 'manager',
    language: 'en',
  })
  const desk = t.app.desk({ workstation: 'PC-2', language: 'en' })
  expect(await desk.call('access.signIn', { login: 'mei', password: 'correct horse' })).toMatchObject({
    ok: true,
  })
  const users = await t.must('access.listUsers', {})
  const user = users.find(({ login }) => login === 'mei')
  if (!user) throw new Error('no user')
  return { desk, user }
}

test('a right that is taken away while a command waits is gone when its turn comes', async () => {
  t = await openTestApp()
  const { desk, user } = await managerDesk()
  await holdStore()
  const retired = t.call('access.updateUser', { id: user.id, version: user.version, active: false })
  const late = desk.call('guest.create', { nativeName: '张伟' })
  letGo()
  expect(await retired).toMatchObject({ ok: true })
  const signedOut = { ok: false, fault: { code: 'NOT_SIGNED_IN' } }
  expect(await late).toEqual(signedOut)
  expect(await desk.call('hotel.state', {})).toEqual(signedOut)
})

test('moments never run backwards in the log, and a command is its asker’s, whoever signs in meanwhile', async () => {
  t = await openTestApp()
  const { desk } = await managerDesk()
  await holdStore()
  const made = [desk.call('guest.create', { nativeName: '甲' }), t.call('guest.create', { nativeName: '乙' })]
  const left = desk.call('access.signOut', {})
  letGo()
  expect(await Promise.all(made)).toMatchObject([{ ok: true }, { ok: true }])
  await left
  const { rows } = await t.must('change.list', { entity: 'guest' })
  expect(rows.map(({ actor }) => actor).toSorted()).toEqual(['admin', 'mei'])
  const all = (await t.must('change.list', {})).rows.map(({ moment }) => moment)
  expect(all).toEqual(all.toSorted().toReversed())
})

test('who signs in while a long work has the store is told that it is busy, and does not wait for its end', async () => {
  t = await openTestApp()
  await holdStore()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answers: unknown[] = []
  void t.app
    .desk({ workstation: 'PC-2', language: 'en' })
    .call('access.signIn', { login: 'admin', password: 'correct horse' })
    .then((reply) => answers.push(reply))
  for (const end = performance.now() + 5_000; answers.length === 0 && performance.now() < end; ) {
    vi.advanceTimersByTime(10_000)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(answers).toEqual([{ ok: false, fault: { code: 'BUSY' } }])
})
