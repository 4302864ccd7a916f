import { expect, test } from 'vitest'
import { consentsToAsk, isToConfirm } from '#shared/domain/registration/ask-again.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const today = '2026-03-02' as BusinessDate
const after = { days: 180, months: 12 }

test.each<[string, string | null, string, boolean]>([
  ['a profile of this morning', null, '2026-03-02', false],
  ['a profile of a year ago to the day', null, '2025-03-02', false],
  ['a profile of a year and a day ago', null, '2025-03-01', true],
  ['an old profile that was confirmed last week', '2026-02-23', '2019-01-01', false],
  ['details confirmed 180 days ago', '2025-09-03', '2025-01-01', false],
  ['details confirmed 181 days ago', '2025-09-02', '2025-01-01', true],
])('%s', (_what, confirmedOn, knownOn, expected) => {
  const since = { confirmedOn: confirmedOn as BusinessDate | null, knownOn: knownOn as BusinessDate }
  expect(isToConfirm(since, after, today)).toBe(expected)
})

const contact = (kind: 'mobile' | 'phone' | 'email' | 'wechat' | 'address', agencyMasked = false) => ({
  kind,
  value: 'x',
  primary: true,
  agencyMasked,
})
const answered = (granted: boolean) => ({ granted, at: '', wording: '', by: '' })

test('consents are asked for what reaches the guest, once: a refusal is an answer', () => {
  const ask = (guest: Parameters<typeof consentsToAsk>[0], hasAddress = false) =>
    consentsToAsk(guest, hasAddress)
  expect(ask({ contacts: {}, consents: {} })).toEqual([])
  expect(ask({ contacts: { 1: contact('mobile') }, consents: {} })).toEqual(['phone', 'sms'])
  expect(ask({ contacts: { 1: contact('phone') }, consents: {} })).toEqual(['phone'])
  expect(ask({ contacts: { 1: contact('mobile') }, consents: { sms: answered(false) } })).toEqual(['phone'])
  expect(ask({ contacts: { 1: contact('email', true) }, consents: {} })).toEqual([])
  expect(ask({ contacts: { 1: contact('wechat'), 2: contact('address') }, consents: {} })).toEqual([
    'wechat',
    'post',
  ])
  expect(ask({ contacts: {}, consents: {} }, true)).toEqual(['post'])
})
