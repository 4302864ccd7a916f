import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { operations } from '#shared/contract/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
beforeEach(async () => {
  t = await openTestApp()
})
afterEach(() => t.close())

const used = {
  ok: false,
  fault: { code: 'INVALID_INPUT', issues: [{ path: ['requestId'], code: 'invalid.requestIdUsed' }] },
}

test('the same act with the same request id is done once and answered alike', async () => {
  const first = await t.call('guest.create', { nativeName: '张伟' }, 'one')
  expect(await t.call('guest.create', { nativeName: '张伟' }, 'one')).toEqual(first)
  expect((await t.must('guest.search', { text: '张伟' })).total).toBe(1)
})

test('a request id never answers for another act, another input or another user', async () => {
  await t.call('guest.create', { nativeName: '张伟' }, 'one')
  expect(await t.call('guest.create', { nativeName: '李娜' }, 'one')).toMatchObject(used)
  expect(await t.call('booking.cancel', { id: 9 as never, version: 1, reason: 'x' }, 'one')).toMatchObject(
    used,
  )
  expect(await t.deskAs('clerk').call('guest.create', { nativeName: '张伟' }, 'one')).toMatchObject(used)
})

test('a password is never said to be set by an answer from before', async () => {
  const [admin] = await t.must('access.listUsers', {})
  const user = { id: admin?.id as never, version: admin?.version ?? 0 }
  expect(await t.call('access.updateUser', { ...user, password: 'first long words' }, 'set')).toMatchObject({
    ok: true,
  })
  expect(await t.call('access.updateUser', { ...user, password: 'first long words' }, 'set')).toMatchObject({
    ok: true,
  })
  expect(await t.call('access.updateUser', { ...user, password: 'other long words' }, 'set')).toMatchObject(
    used,
  )
})

test('a wrong password stays wrong under a request id that signed in, and no number lies in a receipt', async () => {
  const desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'admin', password: 'correct horse' }, 'in')
  expect(await desk.call('access.signIn', { login: 'admin', password: 'wrong' }, 'in')).toMatchObject({
    refusal: { code: 'WRONG_PASSWORD' },
  })
  const { id, version } = await t.must('guest.create', { nativeName: '张伟' })
  const document = { guestId: id, version, kind: 'passport', number: 'E12345678', country: 'CHN' } as const
  const saved = await t.must('guest.saveDocument', document)
  const { documents } = (await t.must('guest.profile', { id })).guest
  expect(saved.id).toBe(id)
  const opening = { guestId: id, id: documents[0]?.id as never }
  expect(await t.call('guest.openDocument', opening, 'open')).toMatchObject({
    output: { number: 'E12345678' },
  })
  const raw = openRaw(t.file, { readonly: true })
  expect(raw.prepare("select count(*) from receipts where output like '%E12345678%'").pluck().get()).toBe(0)
  raw.close()
  // An answer that is not kept is not looked for either, whatever had the number before.
  await t.must('guest.create', { nativeName: '李娜' })
  await t.call('guest.create', { nativeName: '王芳' }, 'used')
  expect(await t.call('guest.openDocument', opening, 'used')).toMatchObject({ ok: true })
})

test('no password of a command is fingerprinted: it is named a secret, or no receipt is kept', () => {
  const keys = (schema: unknown): string[] =>
    schema instanceof z.ZodObject
      ? Object.entries(schema.shape).flatMap(([key, field]) => [key, ...keys(field)])
      : []
  const withPassword = Object.values(operations).filter(({ input }) => keys(input).includes('password'))
  expect(withPassword.map(({ name }) => name)).toContain('access.createUser')
  for (const operation of withPassword) {
    if (operation.kind !== 'command') throw new Error(`${operation.name} is no command`)
    expect(operation.receipt && !operation.secrets.includes('password'), operation.name).toBe(false)
  }
})
