import { describe, expect, test } from 'vitest'
import {
  alertAreas,
  blockings,
  type ContactKind,
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
import { checkGuest, type GuestCore } from '#shared/domain/guest/guest.ts'
import { businessDateOf, ok, refuse } from '#shared/values/index.ts'

function answer(result: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }): unknown {
  return result.ok ? result.value : result.refusal.code
}

// What the contract and the screens take from each closed list.
test.each<[string, readonly string[], string]>([
  ['kinds of contact', contactKinds, 'mobile phone email wechat address'],
  ['places that show an alert', alertAreas, 'reservation check-in in-house check-out billing'],
  ['what an alert blocks', blockings, 'none check-in check-out'],
  ['ways to ask for consent', consentChannels, 'phone sms email wechat post'],
  ['who tells a preference', preferenceSources, 'guest staff stay import'],
  ['salutations, which may be none', salutations, ' mr ms mrs mx dr prof'],
  ['sexes, which may be unknown', genders, ' female male other'],
])('the %s', (_what, list, words) => {
  expect(list.join(' ')).toBe(words)
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
  [' 0086 13800138000 ', 'CN', '+8613800138000'],
  ['+86 (138) 0013-8000', 'CN', '+8613800138000'],
  ['138–0013—8000', 'CN', '+8613800138000'],
  ['010/6555.6666', 'CN', '+861065556666'],
  ['tel 13800138000', 'CN', 'phone.form'],
  ['13800138000 ext', 'CN', 'phone.form'],
  ['13800138000;1', 'CN', 'phone.form'],
  ['1+3800138000', 'CN', 'phone.form'],
  ['+', 'CN', 'phone.form'],
  ['1', 'CN', 'phone.tooShort'],
  ['(1)', 'CN', 'phone.tooShort'],
  [' 0086 13800138000', 'US', '+8613800138000'],
  ['011 86 13800138000', 'US', '+8613800138000'],
  ['13800138000', 'XX', 'phone.country'],
])('phone %s in %s → %s', (text, country, expected) => {
  expect(answer(normalisePhone(text, country))).toBe(expected)
})

test.each([
  ['13800138000', 'CN', '+8613800138000'],
  ['+1 (212) 555-2368', 'CN', '+12125552368'],
  ['010-65556666', 'CN', 'phone.notMobile'],
  ['400 812 3123', 'CN', 'phone.notMobile'],
  ['1380013', 'CN', 'phone.number'],
  ['070 1234 5678', 'GB', '+447012345678'],
  ['07911 123456', 'GB', '+447911123456'],
  ['020 7946 0958', 'GB', 'phone.notMobile'],
])('mobile %s in %s → %s', (text, country, expected) => {
  expect(answer(normaliseMobile(text, country))).toBe(expected)
})

/** 254 characters, 64 of them before the @: as long as one may be. */
const longest = `${'a'.repeat(64)}@${'b'.repeat(61)}.${'c'.repeat(61)}.${'d'.repeat(61)}.com`

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
  ['a@x.co', 'a@x.co'],
  ['ａ＠x.co', 'a@x.co'],
  ["!#$%&'*+/=?^_`{|}~-9@x.co", "!#$%&'*+/=?^_`{|}~-9@x.co"],
  ["a.!#$%&'*+/=?^_`{|}~-9.b@x.co", "a.!#$%&'*+/=?^_`{|}~-9.b@x.co"],
  ['zhang.wei.jr@x.co', 'zhang.wei.jr@x.co'],
  ['zhang.wei', 'email.form'],
  ['a.@x.com', 'email.form'],
  ['a,b@x.com', 'email.form'],
  ['(a)@x.com', 'email.form'],
  ['a.b,@x.com', 'email.form'],
  ['a@x-y.com', 'a@x-y.com'],
  ['a@X--Y.com', 'a@x--y.com'],
  ['a@1x2.com', 'a@1x2.com'],
  ['a@x-.com', 'email.form'],
  ['a@x..com', 'email.form'],
  ['a@.com', 'email.form'],
  ['a@x.c', 'email.form'],
  ['a@x.c1', 'email.form'],
  ['a@x.com.', 'email.form'],
  ['a@x.com/', 'email.form'],
  ['a@ x.com', 'email.form'],
  ['a@,x.com', 'email.form'],
  ['a@x.123', 'email.form'],
  ['a@x.XN--FIQS8S', 'a@x.xn--fiqs8s'],
  ['a@x.xn--p1', 'a@x.xn--p1'],
  ['a@x.xn--a', 'email.form'],
  [`a@x.xn--${'a'.repeat(59)}`, `a@x.xn--${'a'.repeat(59)}`],
  [`a@x.xn--${'a'.repeat(60)}`, 'email.form'],
  [`a@${'x'.repeat(63)}.com`, `a@${'x'.repeat(63)}.com`],
  [`a@${'x'.repeat(64)}.com`, 'email.form'],
  [`a@x.${'y'.repeat(63)}`, `a@x.${'y'.repeat(63)}`],
  [`a@x.${'y'.repeat(64)}`, 'email.form'],
  [`${'a'.repeat(64)}@x.com`, `${'a'.repeat(64)}@x.com`],
  [longest, longest],
  [`${longest}m`, 'email.tooLong'],
])('e-mail %s → %s', (text, expected) => {
  expect(answer(normaliseEmail(text))).toBe(expected)
})

test('an e-mail that is too long says by how much', () => {
  expect(longest.length).toBe(254)
  expect(normaliseEmail(` ${longest}m `)).toEqual(refuse('email.tooLong', { max: 254, length: 255 }))
})

test.each([
  ['zhang_wei-88', 'zhang_wei-88'],
  ['13800138000', '13800138000'],
  ['wxid_abc123def', 'wxid_abc123def'],
  ['张伟', 'wechat.form'],
  ['ab', 'wechat.form'],
  ['1abcdef', 'wechat.form'],
  [' abcdef ', 'abcdef'],
  ['ａｂｃｄｅｆ', 'abcdef'],
  ['abcde', 'wechat.form'],
  ['_abcdef', 'wechat.form'],
  ['.abcdef', 'wechat.form'],
  ['abcdef.', 'wechat.form'],
  ['abc.def', 'wechat.form'],
  ['a'.repeat(20), 'a'.repeat(20)],
  ['a'.repeat(21), 'wechat.form'],
  ['12345', '12345'],
  ['1234', 'wechat.form'],
  ['123456789012345', '123456789012345'],
  ['1234567890123456', 'wechat.form'],
  ['+8613800138000', '+8613800138000'],
  ['x+8613800138000', 'wechat.form'],
  ['13800138000-', 'wechat.form'],
  [`gh_${'1'.repeat(20)}`, `gh_${'1'.repeat(20)}`],
  [`gh_${'1'.repeat(21)}`, 'wechat.form'],
  [`gh_${'-'.repeat(20)}`, 'wechat.form'],
  [`wxid_${'1'.repeat(30)}`, `wxid_${'1'.repeat(30)}`],
  [`wxid_${'1'.repeat(31)}`, 'wechat.form'],
  [`wxid_${'-'.repeat(30)}`, 'wechat.form'],
])('WeChat %s → %s', (text, expected) => {
  expect(answer(normaliseWechat(text))).toBe(expected)
})

describe('contacts by kind', () => {
  const kept = (kind: ContactKind, value: string, agencyMasked = false) => ok({ kind, value, agencyMasked })
  test.each<[ContactKind, string, unknown]>([
    ['mobile', '138 0013 8000', kept('mobile', '+8613800138000')],
    ['mobile', '010-65556666', refuse('phone.notMobile')],
    ['phone', '010-65556666', kept('phone', '+861065556666')],
    ['phone', 'call me', refuse('phone.form')],
    ['email', 'Wei@Example.com', kept('email', 'Wei@example.com')],
    ['email', 'x1@guest.booking.com', kept('email', 'x1@guest.booking.com', true)],
    ['email', 'wei', refuse('email.form')],
    ['wechat', 'zhang_wei', kept('wechat', 'zhang_wei')],
    ['wechat', '张伟', refuse('wechat.form')],
    ['address', ' 上海市  南京路\n1 号 ', kept('address', '上海市 南京路 1 号')],
    ['address', 'Rue de l’E\u0301glise', kept('address', 'Rue de l’Église')],
    ['address', 'x1@guest.booking.com', kept('address', 'x1@guest.booking.com')],
    ['address', '  ', refuse('address.form')],
    ['address', '4111 1111 1111 1111', refuse('contact.card')],
    ['wechat', '4111111111111111', refuse('contact.card')],
  ])('%s %j', (kind, text, expected) => {
    expect(checkContact(kind, text, 'CN')).toEqual(expected)
  })
})

describe('a profile made by hand', () => {
  const on = businessDateOf('2026-03-05')
  const tomorrow = businessDateOf('2026-03-06')
  const guest = { nativeName: '张伟', familyName: '', givenName: '', birthDate: null, nationality: 'CHN' }
  const card = (field: string) => refuse('CARD_NUMBER', { field, brand: 'visa', last4: '1111' })
  test.each<[string, Partial<GuestCore>, unknown]>([
    ['no name in any script', { nativeName: '' }, refuse('NAME_NEEDED')],
    ['a card number as native name', { nativeName: '4111 1111 1111 1111' }, card('nativeName')],
    ['a card number as family name', { familyName: '4111111111111111' }, card('familyName')],
    ['a card number as given name', { givenName: '4111-1111-1111-1111' }, card('givenName')],
    [
      'born tomorrow',
      { birthDate: tomorrow },
      refuse('BIRTH_DATE_FUTURE', { birthDate: tomorrow, businessDate: on }),
    ],
    ['no such country', { nationality: 'XYZ' }, refuse('NATIONALITY_UNKNOWN', { nationality: 'XYZ' })],
    ['a country by two letters', { nationality: 'CN' }, refuse('NATIONALITY_UNKNOWN', { nationality: 'CN' })],
  ])('%s is refused', (_what, change, answer) => {
    expect(checkGuest({ ...guest, ...change }, on)).toEqual(answer)
  })
  test.each<[string, Partial<GuestCore>]>([
    ['as it is', {}],
    ['a name in Latin letters alone', { nativeName: '', familyName: 'Zhang' }],
    ['a given name alone', { nativeName: '', givenName: 'Wei' }],
    ['born today', { birthDate: on }],
    ['a nationality that is not known', { nationality: '' }],
  ])('%s is kept', (_what, change) => {
    expect(checkGuest({ ...guest, ...change }, on)).toEqual(ok({ ...guest, ...change }))
  })
})
