import { describe, expect, test } from 'vitest'
import * as contract from '#shared/contract/guest.ts'
import { alpha2Of, alpha3Of, countries, isCountry } from '#shared/domain/country/countries.ts'
import { documentKinds } from '#shared/domain/document/kinds.ts'
import {
  alertAreas,
  blockings,
  consentChannels,
  contactKinds,
  genders,
  preferenceSources,
  salutations,
} from '#shared/domain/guest/choices.ts'
import {
  checkContact,
  normaliseEmail,
  normaliseMobile,
  normalisePhone,
  normaliseWechat,
} from '#shared/domain/guest/contacts.ts'
import { checkGuest } from '#shared/domain/guest/guest.ts'
import { choosePreference, preferenceGroups, preferenceRules } from '#shared/domain/guest/preferences.ts'
import { businessDateOf } from '#shared/values/index.ts'

function answer(result: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }): unknown {
  return result.ok ? result.value : result.refusal.code
}

test('the rules and the contract know the same words', () => {
  expect(contract.contactView.shape.kind.options).toEqual(contactKinds)
  expect(contract.documentView.shape.kind.options).toEqual(documentKinds)
  expect(contract.alertView.shape.area.options).toEqual(alertAreas)
  expect(contract.alertView.shape.blocks.options).toEqual(blockings)
  expect(contract.consentView.shape.channel.options).toEqual(consentChannels)
  expect(contract.preferenceView.shape.group.options).toEqual(preferenceGroups)
  expect(contract.preferenceView.shape.source.options).toEqual(preferenceSources)
  const { salutation, gender } = contract.profile.output.shape.guest.shape
  expect(salutation.options).toEqual(salutations)
  expect(gender.options).toEqual(genders)
})

test.each([
  ['138 0013 8000', 'CN', '+8613800138000'],
  ['１３８００１３８０００', 'CN', '+8613800138000'],
  ['0086 13800138000', 'CN', '+8613800138000'],
  ['010-65556666', 'CN', '+861065556666'],
  ['+44 20 7946 0958', 'CN', '+442079460958'],
  ['+1 (212) 555-2368', 'CN', '+12125552368'],
  ['020 7946 0958', 'GB', '+442079460958'],
  ['6123 4567', 'SG', '+6561234567'],
  ['1380013', 'CN', 'phone.number'],
  ['400 812 3123', 'CN', '+864008123123'],
  ['12345', 'CN', 'phone.tooShort'],
  ['138001380001380013800', 'CN', 'phone.tooLong'],
  ['23800138000', 'CN', 'phone.number'],
  ['+999 13800138000', 'CN', 'phone.country'],
  ['call me', 'CN', 'phone.form'],
  ['', 'CN', 'phone.form'],
  ['()', 'CN', 'phone.form'],
])('phone %s in %s → %s', (text, country, expected) => {
  expect(answer(normalisePhone(text, country))).toBe(expected)
})

test.each([
  ['13800138000', 'CN', '+8613800138000'],
  ['+1 (212) 555-2368', 'CN', '+12125552368'],
  ['010-65556666', 'CN', 'phone.notMobile'],
  ['400 812 3123', 'CN', 'phone.notMobile'],
  ['1380013', 'CN', 'phone.number'],
])('mobile %s in %s → %s', (text, country, expected) => {
  expect(answer(normaliseMobile(text, country))).toBe(expected)
})

test.each([
  [' Zhang.Wei@Example.COM ', 'Zhang.Wei@example.com'],
  ['a+b@x.co', 'a+b@x.co'],
  ['用户@例子.中国', '用户@例子.中国'],
  ['zhang@sub.example.com.cn', 'zhang@sub.example.com.cn'],
  ['zhang', 'email.form'],
  ['zhang@', 'email.form'],
  ['@x.com', 'email.form'],
  ['a@b', 'email.form'],
  ['a..b@x.com', 'email.form'],
  ['.a@x.com', 'email.form'],
  ['a b@x.com', 'email.form'],
  ['a@x_y.com', 'email.form'],
  ['a@-x.com', 'email.form'],
  ['a@b@c.com', 'email.form'],
  [`${'a'.repeat(65)}@x.com`, 'email.form'],
  [`a@${'x'.repeat(250)}.com`, 'email.tooLong'],
])('e-mail %s → %s', (text, expected) => {
  expect(answer(normaliseEmail(text))).toBe(expected)
})

test.each([
  ['zhang_wei-88', 'zhang_wei-88'],
  ['13800138000', '13800138000'],
  ['wxid_abc123def', 'wxid_abc123def'],
  ['张伟', 'wechat.form'],
  ['ab', 'wechat.form'],
  ['1abcdef', 'wechat.form'],
])('WeChat %s → %s', (text, expected) => {
  expect(answer(normaliseWechat(text))).toBe(expected)
})

test('contacts by kind', () => {
  expect(answer(checkContact('email', 'x1@guest.booking.com', 'CN'))).toMatchObject({ agencyMasked: true })
  expect(answer(checkContact('mobile', '13800138000', 'CN'))).toMatchObject({ value: '+8613800138000' })
  expect(answer(checkContact('address', ' 上海市  南京路 1 号 ', 'CN'))).toMatchObject({
    value: '上海市 南京路 1 号',
  })
  expect(answer(checkContact('address', '  ', 'CN'))).toBe('address.form')
  expect(answer(checkContact('address', '4111 1111 1111 1111', 'CN'))).toBe('contact.card')
})

describe('countries', () => {
  test('249 of ISO 3166, both ways', () => {
    expect(countries.length).toBe(249)
    expect([...countries].sort()).toEqual([...countries])
    for (const code of countries) expect(alpha3Of(alpha2Of(code) ?? '')).toBe(code)
  })
  test('as sources write them', () => {
    expect(alpha3Of('CN')).toBe('CHN')
    expect(alpha3Of('chn ')).toBe('CHN')
    expect(alpha3Of('XX')).toBeNull()
    expect(isCountry('CN')).toBe(false)
  })
  test('every one has a name of its own in both languages', () => {
    for (const language of ['en', 'zh-CN']) {
      const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
      const found = countries.map((code) => words.of(alpha2Of(code) ?? ''))
      expect(found.every(Boolean)).toBe(true)
      expect(new Set(found).size).toBe(249)
    }
  })
})

describe('preferences', () => {
  test('a single-choice group replaces, others add up', () => {
    expect(answer(choosePreference('floor', ['high'], 'low'))).toEqual(['low'])
    expect(answer(choosePreference('diet', ['vegan'], 'no-spice'))).toEqual(['vegan', 'no-spice'])
  })
  test('opposites give way to each other', () => {
    expect(
      answer(choosePreference('room-feature', ['near-elevator', 'quiet'], 'away-from-elevator')),
    ).toEqual(['quiet', 'away-from-elevator'])
  })
  test('refusals', () => {
    expect(answer(choosePreference('floor', [], 'penthouse'))).toBe('preference.value')
    expect(answer(choosePreference('other', [], ''))).toBe('preference.value')
    expect(answer(choosePreference('floor', ['high'], 'high'))).toBe('preference.known')
    expect(answer(choosePreference('pillow', ['soft', 'extra'], 'firm'))).toBe('preference.tooMany')
    expect(answer(choosePreference('other', [], '两瓶水放床头'))).toEqual(['两瓶水放床头'])
  })
  test('no group has fewer choices than it may take', () => {
    for (const rule of Object.values(preferenceRules)) {
      expect(rule.free || rule.values.length >= rule.max).toBe(true)
      expect(new Set(rule.values).size).toBe(rule.values.length)
    }
  })
})

test('a profile made by hand', () => {
  const on = businessDateOf('2026-03-05')
  const guest = { nativeName: '张伟', familyName: '', givenName: '', birthDate: null, nationality: 'CHN' }
  const check = (change: Partial<typeof guest> | { birthDate: ReturnType<typeof businessDateOf> }) => {
    const result = checkGuest({ ...guest, ...change }, on)
    return result.ok ? 'ok' : result.refusal.code
  }
  expect(check({})).toBe('ok')
  expect(check({ nativeName: '' })).toBe('NAME_NEEDED')
  expect(check({ nativeName: '', familyName: 'Zhang' })).toBe('ok')
  expect(check({ givenName: '4111111111111111' })).toBe('CARD_NUMBER')
  expect(check({ birthDate: businessDateOf('2026-03-06') })).toBe('BIRTH_DATE_FUTURE')
  expect(check({ birthDate: on })).toBe('ok')
  expect(check({ nationality: 'XYZ' })).toBe('NATIONALITY_UNKNOWN')
  expect(check({ nationality: '' })).toBe('ok')
})
