import { afterEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
afterEach(() => t.close())

test('the first run makes the hotel and its administrator, once', async () => {
  t = await openTestApp({ setUp: false })
  expect(await t.must('setup.state', {})).toMatchObject({ needed: true })
  expect(await t.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'NOT_SIGNED_IN' } })
  const setup = {
    hotelName: '云山宾馆',
    language: 'zh',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    administrator: { login: 'Ada', name: '王 Ada', password: 'correct horse' },
  } as const
  expect(await t.must('setup.run', setup)).toMatchObject({ user: { login: 'ada', role: 'administrator' } })
  expect(await t.must('hotel.state', {})).toMatchObject({ hotelName: '云山宾馆', businessDate: '2026-03-02' })
  expect(await t.call('setup.run', setup)).toMatchObject({ ok: false, refusal: { code: 'ALREADY_SET_UP' } })
  expect(await t.must('setup.state', {})).toMatchObject({ needed: false })
})

test('a wrong password is counted and from the fifth on the login waits', async () => {
  t = await openTestApp()
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  const attempt = (password: string) => desk.call('access.signIn', { login: 'admin', password })
  for (let i = 0; i < 5; i += 1) {
    expect(await attempt('wrong')).toMatchObject({ refusal: { code: 'WRONG_PASSWORD' } })
  }
  expect(await attempt('correct horse')).toMatchObject({
    refusal: { code: 'SIGN_IN_WAIT', params: { seconds: 28 } },
  })
  expect(desk.user()).toBeNull()
})

test('signing in and out belongs to one desk', async () => {
  t = await openTestApp()
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  const actors: string[] = []
  t.app.events.on((event) => event.type === 'changed' && actors.push(event.actor))
  expect(await desk.call('access.signIn', { login: 'ADMIN', password: 'correct horse' })).toMatchObject({
    ok: true,
  })
  expect(desk.user()).toMatchObject({ login: 'admin' })
  expect(await desk.call('access.signOut', {})).toMatchObject({ ok: true })
  expect(desk.user()).toBeNull()
  expect(actors).toEqual(['admin', 'admin'])
  expect(await t.must('access.session', {})).toMatchObject({ user: { login: 'admin' } })
})

test('users: a login is unique, the last administrator stays, a clerk may not', async () => {
  t = await openTestApp()
  const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const
  await t.must('access.createUser', mia)
  expect(await t.call('access.createUser', mia)).toMatchObject({ refusal: { code: 'LOGIN_TAKEN' } })
  expect(await t.call('access.updateUser', { id: 1 as never, version: 1, role: 'clerk' })).toMatchObject({
    refusal: { code: 'LAST_ADMINISTRATOR' },
  })
  expect(await t.deskAs('clerk').call('access.listUsers', {})).toEqual({
    ok: false,
    fault: { code: 'NOT_PERMITTED', needed: 'users', who: 'Ada Min' },
  })
  expect(await t.must('access.listUsers', {})).toHaveLength(2)
  expect(JSON.stringify(t.app)).not.toContain('argon2')
})

test('an unknown operation, unknown fields and wrong types are refused with their paths', async () => {
  t = await openTestApp()
  expect(await t.desk.call('guest.erase', {})).toEqual({
    ok: false,
    fault: { code: 'UNKNOWN_OPERATION', operation: 'guest.erase' },
  })
  const reply = await t.desk.call('access.createUser', { login: 7, language: 'la', shoe: 42 })
  expect(reply).toMatchObject({ ok: false, fault: { code: 'INVALID_INPUT' } })
  const issues =
    !reply.ok && 'fault' in reply && reply.fault.code === 'INVALID_INPUT' ? reply.fault.issues : []
  expect(issues.map((issue) => [issue.path.join('.'), issue.code])).toEqual(
    expect.arrayContaining([
      ['language', 'invalid.choice'],
      ['name', 'invalid.required'],
      ['shoe', 'invalid.unknownField'],
    ]),
  )
})

test('a request id makes a retry harmless', async () => {
  t = await openTestApp()
  const before = await t.must('hotel.settings', {})
  const once = await t.call('hotel.updateSettings', { version: before.version, phone: '0571 1234' }, 'r-1')
  const twice = await t.call('hotel.updateSettings', { version: before.version, phone: '0571 1234' }, 'r-1')
  expect(twice).toEqual(once)
  expect(await t.call('hotel.updateSettings', { version: before.version, phone: '9' })).toMatchObject({
    fault: { code: 'CONFLICT' },
  })
})

test('a right that was taken away is gone at the next call, on a desk that is still open', async () => {
  t = await openTestApp()
  const mia = { login: 'mia', name: 'Mia', role: 'manager', language: 'en', password: 'a long one' } as const
  const { id } = await t.must('access.createUser', mia)
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
  expect(await desk.call('import.batches', {})).toMatchObject({ ok: true })
  const version = async () =>
    (await t.must('access.listUsers', {})).find((user) => user.id === id)?.version ?? 0
  await t.must('access.updateUser', { id, version: await version(), role: 'clerk' })
  expect(await desk.call('import.batches', {})).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  expect(desk.user()).toMatchObject({ login: 'mia', role: 'clerk' })
  await t.must('access.updateUser', { id, version: await version(), active: false })
  expect(await desk.call('guest.search', { text: 'a' })).toEqual({
    ok: false,
    fault: { code: 'NOT_SIGNED_IN' },
  })
  expect(desk.user()).toBeNull()
})
