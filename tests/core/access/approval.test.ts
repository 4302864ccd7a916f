import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDesk } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineChain } from '#db/queries/doctor/chain.ts'
import type { Approval } from '#shared/contract/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'

const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const
const boss = {
  login: 'boss',
  name: 'Bo Ss',
  role: 'manager',
  language: 'en',
  password: 'quite secret',
} as const
const plan = { code: 'RO', nameEn: 'Room only', nameZh: '不含早', meal: 'room-only', kind: 'sold' } as const

let t: TestApp
let desk: OpenDesk
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, async ({ must }) => {
    await must('access.createUser', mia)
    await must('access.createUser', boss)
    return {}
  })
  desk = t.app.desk({ workstation: 'FRONT-2', language: 'en' })
  await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
})
afterEach(async () => {
  const raw = openRaw(t.file, { readonly: true })
  expect(examineChain(raw, () => undefined)).toEqual([])
  raw.close()
  expect(t.defects).toEqual([])
  await t.close()
})

const good: Approval = { login: 'boss', password: 'quite secret' }
const save = (approval?: Approval, input: object = plan) =>
  desk.call('rate.save', input, undefined, undefined, approval)
const fault = (code: string, more: object = {}) => ({ ok: false, fault: { code, ...more } })

test('somebody with the right approves one act of the clerk, who stays signed in; both names are in the log', async () => {
  expect(await save()).toEqual(fault('NOT_PERMITTED', { needed: 'settings-rates', who: 'Bo Ss, Ada Min' }))
  const reply = await save(good)
  expect(reply).toMatchObject({ ok: true })
  expect(desk.user()).toMatchObject({ login: 'mia', role: 'clerk' })
  const [row] = (await t.must('change.list', { entity: 'rate-plan', limit: 1 })).rows
  expect(row).toMatchObject({ actor: 'mia', actorName: 'Mia', approvedBy: { login: 'boss', name: 'Bo Ss' } })
  // Of one act alone
  expect(await save(undefined, { ...plan, code: 'RO2' })).toMatchObject(fault('NOT_PERMITTED'))
  const next = await desk.call('guest.create', { familyName: 'Li' })
  expect(next).toMatchObject({ ok: true })
  expect((await t.must('change.list', { entity: 'guest', limit: 1 })).rows[0]).toMatchObject({
    approvedBy: null,
  })
})

test('what a rule asks for beside the operation is approved too, and a clerk’s undo of it asks again', async () => {
  const { change } = (await save(good)) as { change: number }
  const undo = (approval?: Approval) => desk.call('change.undo', { change }, undefined, undefined, approval)
  expect(await undo()).toMatchObject({
    refusal: { code: 'RIGHT_NEEDED', params: { needed: 'settings-rates', who: 'Bo Ss, Ada Min' } },
  })
  expect(await undo(good)).toMatchObject({ ok: true })
  const [row] = (await t.must('change.list', { entity: 'rate-plan', limit: 1 })).rows
  expect(row).toMatchObject({ operation: 'change.undo', approvedBy: { login: 'boss' } })
})

describe('not approved', () => {
  test.each<[string, Approval, object]>([
    ['by a wrong password', { login: 'boss', password: 'guessed' }, { reason: 'password', seconds: 0 }],
    ['by nobody on file', { login: 'nobody', password: 'guessed' }, { reason: 'password', seconds: 0 }],
    ['by what is no login', { login: '?', password: '' }, { reason: 'password', seconds: 0 }],
    ['by the clerk', { login: 'mia', password: 'a long one' }, { reason: 'own', seconds: 0 }],
  ])('%s', async (_what, approval, more) => {
    expect(await save(approval)).toEqual(fault('NOT_APPROVED', more))
    expect((await t.must('rate.list', {})).length).toBe(0)
  })

  test('by somebody who may not either, or who was retired meanwhile', async () => {
    await t.must('access.createUser', { ...mia, login: 'joe', name: 'Joe' })
    expect(await save({ login: 'joe', password: 'a long one' })).toMatchObject(fault('NOT_PERMITTED'))
    const user = (await t.must('access.listUsers', {})).find(({ login }) => login === 'boss')
    if (!user) throw new Error('no boss')
    await t.must('access.updateUser', { id: user.id, version: user.version, active: false })
    expect(await save(good)).toEqual(fault('NOT_APPROVED', { reason: 'password', seconds: 0 }))
  })

  test('after five wrong passwords, for as long as signing in waits; they are counted and in the log', async () => {
    for (let count = 0; count < 5; count++) await save({ login: 'boss', password: 'guessed' })
    expect(await save(good)).toMatchObject(fault('NOT_APPROVED', { reason: 'wait' }))
    const other = t.app.desk({ workstation: 'FRONT-3', language: 'en' })
    expect(await other.call('access.signIn', good)).toMatchObject({ refusal: { code: 'SIGN_IN_WAIT' } })
    const rows = (await t.must('change.list', { entity: 'access', limit: 10 })).rows
    expect(rows.filter(({ after }) => after?.wrongPassword === 'boss').length).toBe(5)
    expect(JSON.stringify(rows)).not.toContain('guessed')
  })

  test('where nobody is signed in, and for what only reads', async () => {
    const empty = t.app.desk({ workstation: 'FRONT-4', language: 'en' })
    expect(await empty.call('rate.save', plan, undefined, undefined, good)).toEqual(fault('NOT_SIGNED_IN'))
    expect(await desk.call('import.batches', {}, undefined, undefined, good)).toMatchObject(
      fault('NOT_PERMITTED'),
    )
  })
})

test('a job that is begun with an approval is begun, and wrong input spends no password', async () => {
  expect(await save({ login: 'boss', password: 'guessed' }, { code: 7 })).toMatchObject(
    fault('INVALID_INPUT'),
  )
  const user = (await t.must('access.listUsers', {})).find(({ login }) => login === 'boss')
  expect(user).toBeDefined()
  const refreshed = await desk.call('insight.refresh', {}, undefined, undefined, good)
  expect(refreshed).toMatchObject({ ok: true })
})

test('who can approve is found by name, fewest rights first, without who asks', async () => {
  const found = await desk.call('access.approvers', { right: 'settings-rates' })
  expect(found).toMatchObject({ ok: true, output: [{ login: 'boss' }, { login: 'admin' }] })
  const own = await t.call('access.approvers', { right: 'users' })
  expect(own).toMatchObject({ ok: true, output: [] })
})
