import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStrangers, secondsToWait } from '#core/access/attempts.ts'
import type { UserId } from '#shared/values/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
  const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'zh', password: 'a long one' } as const
  await t.must('access.createUser', mia)
})
afterAll(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const openDesk = () => t.app.desk({ workstation: 'FRONT-2', language: 'en' })
const wrong = { ok: false, refusal: { code: 'WRONG_PASSWORD', params: {} } }
const logged = async (limit: number) =>
  (await t.must('change.list', { entity: 'access', limit })).rows.map(({ after, actor }) => [actor, after])

test('who signs in is who they are on file, in their language, and the log has every try', async () => {
  const desk = openDesk()
  const typed = (password: string) => desk.call('access.signIn', { login: 'mia', password })
  expect(await typed('not hers')).toEqual(wrong)
  expect(await typed('not hers')).toEqual(wrong)
  const user = { login: 'mia', name: 'Mia', role: 'clerk', language: 'zh' }
  expect(await typed('a long one')).toMatchObject({ ok: true, output: { user } })
  expect(await desk.call('access.session', {})).toMatchObject({ ok: true, output: { user } })
  expect(await desk.call('access.signOut', {})).toMatchObject({ ok: true, output: {} })
  expect(await logged(4)).toEqual([
    ['mia', { signedOut: 'mia' }],
    ['mia', { signedIn: 'mia' }],
    ['nobody', { wrongPassword: 'mia', attempt: 2 }],
    ['nobody', { wrongPassword: 'mia', attempt: 1 }],
  ])
  expect(await openDesk().call('access.signIn', { login: 'admin', password: 'correct horse' })).toMatchObject(
    {
      output: { user: { login: 'admin', language: 'en' } },
    },
  )
})

test('a login that nobody has waits like one that somebody has, and another one does not', async () => {
  const desk = openDesk()
  const before = await logged(1)
  const typed = (login: string) => desk.call('access.signIn', { login, password: 'wrong' })
  for (let i = 0; i < 5; i += 1) expect(await typed('ghost')).toEqual(wrong)
  expect(await typed('ghost')).toMatchObject({ refusal: { code: 'SIGN_IN_WAIT', params: { seconds: 28 } } })
  expect(await typed('phantom')).toEqual(wrong)
  expect(await logged(1)).toEqual(before)
})

test('logins that nobody has are forgotten, the one that was tried longest ago first', () => {
  const strangers = createStrangers(2)
  for (const login of ['a', 'b', 'a', 'a', 'c']) strangers.count(login, '2026-03-02T04:00:00.000Z')
  expect(['a', 'b', 'c'].map((login) => strangers.tried(login)?.failed_attempts)).toEqual([3, undefined, 1])
  for (let i = 0; i < 2; i += 1) strangers.count('a', '2026-03-02T04:00:00.000Z')
  expect(
    ['04:00:29.001', '04:00:30.000', '04:01:00.000'].map((time) =>
      secondsToWait(strangers.tried('a'), `2026-03-02T${time}Z`),
    ),
  ).toEqual([1, 0, 0])
})

test('a retired user is nobody, whatever is typed, and is not on the list to sign in from', async () => {
  const password = 'nobody has this password'
  const { id, version } = await t.must('access.createUser', {
    login: 'bo',
    name: 'Bo',
    role: 'clerk',
    language: 'en',
    password,
  })
  const both = [
    { login: 'admin', name: 'Ada Min', words: ['admin', 'adamin', 'min', 'am'] },
    { login: 'mia', name: 'Mia', words: ['mia', 'm'] },
  ]
  expect(await openDesk().call('access.signInList', {})).toMatchObject({
    output: expect.arrayContaining([...both, { login: 'bo', name: 'Bo', words: ['bo', 'b'] }]),
  })
  await t.must('access.updateUser', { id, version, active: false })
  expect(await openDesk().call('access.signIn', { login: 'bo', password })).toEqual(wrong)
  expect(await openDesk().call('access.signInList', {})).toEqual({ ok: true, output: both })
})

test('a desk that nobody signed in at has no session, nor has the command line; a user who is not on file is out', async () => {
  const none = { ok: true, output: null }
  expect(await openDesk().call('access.session', {})).toEqual(none)
  const commandLine = t.deskAs('clerk')
  expect(await commandLine.call('access.session', {})).toEqual(none)
  const before = await logged(1)
  expect(await commandLine.call('access.signOut', {})).toEqual({ ok: true, output: {} })
  expect(await logged(1)).toEqual(before)
  const user = { id: 99 as UserId, login: 'x', name: 'X', role: 'clerk', language: 'en' } as const
  const desk = t.app.desk({ workstation: 'PC', language: 'en', user })
  expect(await desk.call('guest.search', {})).toEqual({ ok: false, fault: { code: 'NOT_SIGNED_IN' } })
})
