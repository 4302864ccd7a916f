import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { settingsSections } from '#shared/domain/insight/settings/sections.ts'
import { describeReply } from '#shared/i18n/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp
let guestId: GuestId
beforeEach(async () => {
  t = await openTestApp()
  guestId = (await t.must('guest.create', { familyName: 'Zhang', givenName: 'Wei', nativeName: '张伟' })).id
})
afterEach(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const undoLast = async () => {
  const [row] = (await t.must('change.list', { limit: 1 })).rows
  await t.must('change.undo', { change: row?.seq ?? 0 })
}
const images = () => {
  const raw = openRaw(t.file, { readonly: true })
  const faults = examineImages(raw, () => undefined)
  raw.close()
  return faults
}
const valueSettings = async () =>
  (await t.must('insight.settings', {})).find((one) => one.section === 'value')
const { defaults } = settingsSections.value

test('settings begin with what each section begins with, are changed, logged and undone', async () => {
  expect(await valueSettings()).toEqual({ section: 'value', parameters: defaults, defaults, version: 0 })
  const parameters = { ...defaults, cut: { kind: 'hand', recencyDays: 90, frequency: 3, monetary: 200_000 } }
  await t.must('insight.saveSettings', { section: 'value', version: 0, parameters })
  expect(await valueSettings()).toMatchObject({ parameters, version: 1 })
  await t.must('insight.saveSettings', { section: 'value', version: 1, parameters: defaults })
  const [row] = (await t.must('change.list', { limit: 1 })).rows
  expect(row).toMatchObject({ operation: 'insight.saveSettings', entity: 'insight-setting' })
  await undoLast()
  expect(await valueSettings()).toMatchObject({ parameters, version: 3 })
  expect(images()).toEqual([])
})

test('settings that do not hold are refused, naming the field in both languages', async () => {
  const refusal = async (parameters: object) => {
    const reply = await t.call('insight.saveSettings', {
      section: 'value',
      version: 0,
      parameters: parameters as never,
    })
    if (reply.ok || !('refusal' in reply)) throw new Error(JSON.stringify(reply))
    const words = (['en', 'zh'] as const).map((language) =>
      describeReply(reply, language, 'insight.saveSettings'),
    )
    for (const text of words) expect(text).not.toMatch(/\{\{|SETTINGS_/)
    return { params: reply.refusal.params, words: words[0] }
  }
  expect(await refusal({ ...defaults, lifecycle: { silentDays: 365, lostDays: 365 } })).toEqual({
    params: { section: 'value', field: 'lifecycle.lostDays', why: 'daysOrder' },
    words: 'Lifecycle, Days until lost: must be above the days after which a guest is silent.',
  })
  const costs = { givenNightMinor: -1, upgradedStayMinor: null }
  expect(await refusal({ ...defaults, costs })).toMatchObject({
    params: { field: 'costs.givenNightMinor', why: 'amount' },
    words: 'Costs, Complimentary night: enter an amount of 0 or more.',
  })
  for (const [patch, field, why] of [
    [{ cut: { kind: 'median' } }, 'cut.kind', 'choice'],
    [{ shares: { high: 95, middle: 80 } }, 'shares.middle', 'sharesOrder'],
    [{ more: 1 }, 'more', 'shape'],
    [{ cut: undefined }, 'cut', 'choice'],
  ] as const)
    expect((await refusal({ ...defaults, ...patch })).params).toMatchObject({ field, why })
})

test('a version that is not the stored one is a conflict', async () => {
  expect(
    await t.call('insight.saveSettings', { section: 'value', version: 2, parameters: defaults }),
  ).toMatchObject({
    fault: { code: 'CONFLICT' },
  })
  await t.must('insight.saveSettings', {
    section: 'value',
    version: 0,
    parameters: { ...defaults, matrix: { kind: 'hand', currentMinor: 1, potentialMinor: 1 } },
  })
  expect(
    await t.call('insight.saveSettings', { section: 'value', version: 0, parameters: defaults }),
  ).toMatchObject({
    fault: { code: 'CONFLICT' },
  })
})

test('a playbook is there for each class, is written, read by clerks and undone', async () => {
  const list = await t.must('insight.playbooks', {})
  expect(list).toHaveLength(8 + 3 + 4 + 6 + 7 + 3 + 4)
  expect(list.every(({ version, action }) => version === 0 && action === '')).toBe(true)
  const playbook = {
    classKind: 'rfm',
    class: 'key-keep',
    action: 'Call within the week',
    department: 'concierge',
    costMinor: 5000,
  } as const
  await t.must('insight.savePlaybook', { ...playbook, version: 0 })
  const clerk = await t.deskAs('clerk').call('insight.playbooks', {})
  const own = (rows: unknown) => (rows as typeof list).find((one) => one.class === 'key-keep')
  expect(clerk.ok && own(clerk.output)).toEqual({ ...playbook, version: 1 })
  await t.must('insight.savePlaybook', { ...playbook, version: 1, costMinor: null })
  await undoLast()
  expect(own(await t.must('insight.playbooks', {}))).toEqual({ ...playbook, version: 3 })
  expect(images()).toEqual([])
  expect(await t.call('insight.savePlaybook', { ...playbook, class: 'high', version: 0 })).toMatchObject({
    refusal: { code: 'CLASS_UNKNOWN', params: { class: 'high' } },
  })
  expect(await t.deskAs('clerk').call('insight.savePlaybook', { ...playbook, version: 3 })).toMatchObject({
    fault: { code: 'NOT_PERMITTED' },
  })
})

const asComputed = {
  excluded: false,
  value: '',
  need: '',
  lifecycle: '',
  behaviour: '',
  relation: '',
} as const

test('classes of a guest are set by hand with a reason, logged under the guest’s name and undone', async () => {
  expect(await t.must('insight.judgement', { guestId })).toEqual({ ...asComputed, reason: '', version: 0 })
  const input: InputOf<'insight.judge'> = {
    guestId,
    version: 0,
    ...asComputed,
    need: 'family',
    relation: 'key',
    reason: 'Travels with her children each May',
  }
  const { id } = await t.must('insight.judge', input)
  const { guestId: _, ...kept } = input
  expect(await t.must('insight.judgement', { guestId })).toEqual({ ...kept, version: 1 })
  const [row] = (await t.must('change.list', { limit: 1 })).rows
  expect(row).toMatchObject({ entity: 'guest-judgement', whom: { guestId } })
  await t.must('insight.judge', {
    ...input,
    version: 1,
    ...asComputed,
    excluded: true,
    reason: 'Asked for it in writing',
  })
  expect(await t.must('insight.judgement', { guestId })).toMatchObject({
    excluded: true,
    need: '',
    version: 2,
  })
  await undoLast()
  expect(await t.must('insight.judgement', { guestId })).toMatchObject({ ...kept, version: 3 })
  expect(id).toBe(1)
  expect(images()).toEqual([])
})

test('a judgement needs a known guest, a known class, a reason and a manager', async () => {
  const input = { guestId, version: 0, ...asComputed, reason: 'x' }
  expect(await t.call('insight.judge', { ...input, guestId: 999 as GuestId })).toMatchObject({
    refusal: { code: 'GUEST_UNKNOWN' },
  })
  expect(await t.call('insight.judge', { ...input, reason: ' ' })).toMatchObject({
    fault: { code: 'INVALID_INPUT' },
  })
  expect(await t.call('insight.judge', { ...input, need: 'rich' as 'family' })).toMatchObject({
    fault: { issues: [{ path: ['need'], code: 'invalid.choice' }] },
  })
  expect(await t.deskAs('clerk').call('insight.judge', input)).toMatchObject({
    fault: { code: 'NOT_PERMITTED' },
  })
})

test('undo does not bring back what was set anew meanwhile, and says so', async () => {
  const playbook = {
    classKind: 'rfm',
    class: 'key-keep',
    action: 'Call',
    department: 'concierge',
    costMinor: 1,
  } as const
  const parameters = { automatic: false, everyHours: 12 }
  const acts = [
    () => t.must('insight.saveSettings', { section: 'schedule', version: 0, parameters }),
    () => t.must('insight.savePlaybook', { ...playbook, version: 0 }),
    () => t.must('insight.judge', { guestId, version: 0, ...asComputed, need: 'family', reason: 'Said so' }),
    () => t.must('suggestion.vote', { kind: 'wish', vote: 'up' }),
  ]
  for (const act of acts) {
    await act()
    await undoLast()
    const [undone] = (await t.must('change.list', { limit: 1 })).rows
    await act()
    expect(await t.call('change.undo', { change: undone?.seq ?? 0 })).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: undone?.entity } },
    })
  }
  expect(images()).toEqual([])
})
