import { afterEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
afterEach(() => t.close())

/** Writes past the program, as somebody with another tool would. */
function writePast(statements: string) {
  const raw = openRaw(t.file, { readonly: false })
  raw.exec(statements)
  raw.close()
}

test('a change is undone by its inverse, once, and the undo is undone by doing it again', async () => {
  t = await openTestApp()
  const { version } = await t.must('hotel.settings', {})
  const reply = await t.call('hotel.updateSettings', { version, phone: '0571 1234', address: '1 West Lake' })
  const change = reply.ok && reply.change ? reply.change : 0
  const undone = await t.call('change.undo', { change, reason: 'a mistake' })
  expect(undone).toMatchObject({ ok: true, output: { undone: change } })
  expect(await t.must('hotel.settings', {})).toMatchObject({ phone: '', address: '' })
  expect(await t.call('change.undo', { change })).toMatchObject({
    refusal: { code: 'ALREADY_UNDONE', params: { change } },
  })
  const undo = undone.ok && undone.change ? undone.change : 0
  expect(await t.call('change.undo', { change: undo })).toMatchObject({ ok: true })
  expect(await t.must('hotel.settings', {})).toMatchObject({ phone: '0571 1234' })
  expect(await t.call('change.undo', { change })).toMatchObject({ ok: true })
  const { rows } = await t.must('change.list', { entity: 'settings' })
  expect(rows.map((row) => [row.operation, row.undoes, row.reason])).toEqual([
    ['change.undo', change, null],
    ['change.undo', undo, null],
    ['change.undo', change, 'a mistake'],
    ['hotel.updateSettings', null, null],
    ['setup.run', null, null],
  ])
})

test('however often it goes to and fro, undo is offered where it would be done', async () => {
  t = await openTestApp()
  await t.must('hotel.updateSettings', { version: 1, phone: '0571 1234' })
  const newest = async () => (await t.must('change.list', { entity: 'settings', limit: 1 })).rows[0]?.seq ?? 0
  const change = await newest()
  for (let times = 1; times <= 4; times++) {
    await t.must('change.undo', { change: await newest() })
    const { rows } = await t.must('change.list', { entity: 'settings' })
    const row = rows.find(({ seq }) => seq === change)
    const isUndone = times % 2 === 1
    expect(row?.undoable).toBe(!isUndone)
    expect(row?.undone?.actorName).toBe(isUndone ? 'Ada Min' : undefined)
    expect((await t.must('hotel.settings', {})).phone).toBe(isUndone ? '' : '0571 1234')
  }
})

test('what a later change stands on is not undone, and the answer names it', async () => {
  t = await openTestApp()
  const first = await t.call('hotel.updateSettings', { version: 1, phone: '1' })
  await t.must('hotel.updateSettings', { version: 2, phone: '2' })
  const change = first.ok && first.change ? first.change : 0
  expect(await t.call('change.undo', { change })).toMatchObject({
    refusal: {
      code: 'CHANGED_SINCE',
      params: {
        field: 'phone',
        by: 'Ada Min',
        moment: expect.stringMatching(/Z$/),
        operation: 'hotel.updateSettings',
      },
    },
  })
  expect(await t.call('change.undo', { change: 1 })).toMatchObject({
    refusal: { code: 'NOT_UNDOABLE', params: { operation: 'setup.run' } },
  })
  expect(await t.call('change.undo', { change: 999 })).toMatchObject({
    refusal: { code: 'CHANGE_UNKNOWN', params: { change: 999 } },
  })
  // Written past the program: somebody has, and nobody knows who.
  writePast("update settings set phone = '3'")
  expect(await t.call('change.undo', { change: change + 1 })).toMatchObject({
    refusal: { code: 'CHANGED_SINCE', params: { field: 'phone', by: '', moment: '', operation: '' } },
  })
})

test('nobody does again by an undo of an undo what they may not do themselves', async () => {
  t = await openTestApp()
  await t.call('hotel.updateSettings', { version: 1, address: '1 Harbour Road' })
  const [first] = (await t.must('change.list', { limit: 1 })).rows
  await t.must('change.undo', { change: first?.seq as number })
  const [undone] = (await t.must('change.list', { limit: 1 })).rows
  expect(await t.deskAs('clerk').call('change.undo', { change: undone?.seq })).toMatchObject({
    refusal: { code: 'RIGHT_NEEDED', params: { needed: 'settings-hotel' } },
  })
  expect((await t.must('hotel.settings', {})).address).toBe('')
})

test('a role can undo only what it may do', async () => {
  t = await openTestApp()
  const reply = await t.call('hotel.updateSettings', { version: 1, phone: '1' })
  const change = reply.ok && reply.change ? reply.change : 0
  expect(await t.deskAs('clerk').call('change.undo', { change })).toMatchObject({
    refusal: { code: 'RIGHT_NEEDED', params: { needed: 'settings-hotel' } },
  })
})

test('what was made goes, and comes back whole; what only was looked at has nothing to undo', async () => {
  t = await openTestApp()
  const newest = async () => (await t.must('change.list', { limit: 1 })).rows[0]
  const undo = async () => t.call('change.undo', { change: (await newest())?.command ?? 0 })
  const { id, version } = await t.must('guest.create', { nativeName: '张伟', familyName: 'Zhang' })
  const made = (await newest())?.after
  expect(await undo()).toMatchObject({ ok: true })
  expect(await newest()).toMatchObject({ before: made, after: null, label: '' })
  expect(await undo()).toMatchObject({ ok: true })
  expect(await newest()).toMatchObject({ before: null, after: made, label: 'Zhang 张伟' })
  const number = 'E12345678'
  await t.must('guest.saveDocument', { guestId: id, version, kind: 'passport', number, country: 'CHN' })
  const document = (await t.must('guest.profile', { id })).guest.documents[0]
  await t.must('guest.openDocument', { guestId: id, id: document?.id as never })
  expect(await undo()).toMatchObject({
    refusal: { code: 'NOT_UNDOABLE', params: { operation: 'guest.openDocument' } },
  })
  expect((await newest())?.undoable).toBe(false)
})

test('what a later version of the program has no name for any more is shown, and left to administrators', async () => {
  t = await openTestApp()
  const reply = await t.call('hotel.updateSettings', { version: 1, phone: '1' })
  await t.must('change.undo', { change: (reply.ok && reply.change) || 0 })
  writePast(
    "drop trigger changes_stay; update changes set operation = 'hotel.ring' where operation = 'hotel.updateSettings'",
  )
  const offered = async (role: 'manager' | 'administrator') => {
    const listed = await t.deskAs(role).call('change.list', { entity: 'settings', limit: 2 })
    return (listed as { output?: { rows?: { undoable: boolean }[] } }).output?.rows?.map(
      (row) => row.undoable,
    )
  }
  expect(await offered('administrator')).toEqual([true, false])
  expect(await offered('manager')).toEqual([false, false])
})
