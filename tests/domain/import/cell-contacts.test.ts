import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEmails, readPhones } from '#shared/domain/import/cell-contacts.ts'

const a = '+8613800138000'
const b = '+8613900139000'
const line = '+861082345678'

describe('telephones in a cell of a hotel in China', () => {
  test.each<[string, string[], ('extension' | 'masked' | 'unread')[]]>([
    ['13800138000', [a], []],
    ['138 0013 8000', [a], []],
    ['138-0013-8000', [a], []],
    ['13800138000.0', [a], []],
    ['8613800138000', [a], []],
    ['008613800138000', [a], []],
    ['+86 138 0013 8000', [a], []],
    ['（+86）13800138000', [a], []],
    ['010-82345678', [line], []],
    ['(010) 8234 5678', [line], []],
    ['+44 7911 123456', ['+447911123456'], []],
    ['13800138000/13900139000', [a, b], []],
    ['13800138000 / 13900139000', [a, b], []],
    ['13800138000;13900139000', [a, b], []],
    ['13800138000；13900139000', [a, b], []],
    ['13800138000,13900139000', [a, b], []],
    ['13800138000、13900139000', [a, b], []],
    ['13800138000|13900139000', [a, b], []],
    ['13800138000 13900139000', [a, b], []],
    ['138 0013 8000 139 0013 9000', [a, b], []],
    ['13800138000\n13900139000', [a, b], []],
    ['13800138000或13900139000', [a, b], []],
    ['13800138000 or 13900139000', [a, b], []],
    ['13800138000 & 13900139000', [a, b], []],
    ['13800138000/13800138000', [a], []],
    ['手机13800138000 座机010-82345678', [a, line], []],
    ['手机：13800138000；座机：010-82345678', [a, line], []],
    ['手机:13800138000,电话:010-82345678', [a, line], []],
    ['Mobile: 13800138000', [a], []],
    ['Mob. 13800138000', [a], []],
    ['Tel: 010-82345678 Mobile: 13800138000', [line, a], []],
    ['M: 13800138000', [a], []],
    ['电话 13800138000', [a], []],
    ['手机号码：13800138000', [a], []],
    ['010-82345678转8001', [line], ['extension']],
    ['010-82345678 转 8001', [line], ['extension']],
    ['010-82345678-转8001', [line], ['extension']],
    ['010-82345678,转8001', [line], ['extension']],
    ['010-82345678 ext. 12', [line], ['extension']],
    ['010-82345678 ext 12', [line], ['extension']],
    ['010-82345678 Ext:12', [line], ['extension']],
    ['010-82345678x12', [line], ['extension']],
    ['010-82345678#12', [line], ['extension']],
    ['010-82345678 分机12', [line], ['extension']],
    ['010-82345678 ext. 12; 13800138000', [line, a], ['extension']],
    ['+1 212 555 2368 x5', ['+12125552368'], ['extension']],
    // A mobile has no extensions: a platform's number that reaches the guest for some days.
    ['13800138000转1234', [], ['masked']],
    ['13800138000,转1234', [], ['masked']],
    ['13800138000，转1234', [], ['masked']],
    ['13800138000 ext. 1234', [], ['masked']],
    ['13800138000-1234转5', [], ['unread']],
    ['虚拟号13800138000', [], ['masked']],
    ['隐号：13800138000', [], ['masked']],
    ['13800138000（隐私号）', [], ['masked']],
    ['138****8000', [], ['masked']],
    ['138 **** 8000', [], ['masked']],
    ['138xxxx8000', [], ['masked']],
    ['138●●●●8000', [], ['masked']],
    ['+86 138****8000', [], ['masked']],
    ['*******8000', [], ['masked']],
    ['13800138***', [], ['masked']],
    ['138****8000/13900139000', [b], ['masked']],
    ['13800138000(张三)', [a], ['unread']],
    ['13800138000 (wife)', [a], ['unread']],
    ['13800138000/12345', [a], ['unread']],
    ['12345', [], ['unread']],
    ['-', [], ['unread']],
    ['N/A', [], ['unread']],
    ['无', [], ['unread']],
    ['call reception', [], ['unread']],
    ['微信同号', [], ['unread']],
  ])('%j', (text, numbers, kept) => {
    const { numbers: read, ...rest } = readPhones(text, 'CN')
    expect([read, Object.entries(rest).flatMap(([why, is]) => (is ? [why] : []))]).toEqual([numbers, kept])
  })
  test('a slash inside a number of another country divides nothing', () => {
    expect(readPhones('030/901820', 'DE').numbers).toEqual(['+4930901820'])
    expect(readPhones('030/901820; 0171/2345678', 'DE').numbers).toEqual(['+4930901820', '+491712345678'])
  })
  test('two mobiles with anything that divides them are two contacts', () => {
    const mobile = fc
      .integer({ min: 0, max: 99_999_999 })
      .map((tail) => `138${String(tail).padStart(8, '0')}`)
    const sign = fc.constantFrom('/', ' / ', ';', '；', '，', ',', '、', '\n', ' ', '|', ' 或 ', ' & ')
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `+86${text}`,
      (text) => `手机:${text}`,
      (text) => `Mobile: ${text}`,
      (text) => text.replace(/^(\d{3})(\d{4})/, '$1-$2-'),
    )
    fc.assert(
      fc.property(mobile, mobile, sign, dress, (one, two, between, dressed) => {
        expect(readPhones(`${dressed(one)}${between}${dressed(two)}`, 'CN')).toEqual({
          numbers: [...new Set([`+86${one}`, `+86${two}`])],
          extension: false,
          masked: false,
          unread: false,
        })
      }),
    )
  })
  test('any text is read or left, and never thrown at', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('CN', 'US', 'XX'),
        (text, country) => {
          expect(Array.isArray(readPhones(text, country).numbers)).toBe(true)
          expect(Array.isArray(readEmails(text).addresses)).toBe(true)
        },
      ),
    )
  })
})

describe('e-mail addresses in a cell', () => {
  test.each<[string, string[], ('masked' | 'unread')[]]>([
    ['anna@x.com', ['anna@x.com'], []],
    ['Anna@X.COM', ['Anna@x.com'], []],
    ['anna@x.com;bert@x.com', ['anna@x.com', 'bert@x.com'], []],
    ['anna@x.com, bert@x.com', ['anna@x.com', 'bert@x.com'], []],
    ['anna@x.com bert@x.com', ['anna@x.com', 'bert@x.com'], []],
    ['anna@x.com/bert@x.com', ['anna@x.com', 'bert@x.com'], []],
    ['anna@x.com；anna@x.com', ['anna@x.com'], []],
    ['mailto:anna@x.com', ['anna@x.com'], []],
    ['Anna Probe <anna@x.com>', ['anna@x.com'], []],
    ['Anna <anna@x.com>, Bert <bert@x.com>', ['anna@x.com', 'bert@x.com'], []],
    ['Email: anna@x.com', ['anna@x.com'], []],
    ['邮箱：anna@x.com', ['anna@x.com'], []],
    ['anna@x.com.', ['anna@x.com'], []],
    ['x1@guest.booking.com', ['x1@guest.booking.com'], []],
    ['a***@x.com', [], ['masked']],
    ['an**a@x.com; bert@x.com', ['bert@x.com'], ['masked']],
    ['ab..c@docomo.ne.jp', [], ['unread']],
    ['anna@x.com, none', ['anna@x.com'], ['unread']],
    ['N/A', [], ['unread']],
    ['-', [], ['unread']],
    ['anna', [], ['unread']],
  ])('%j', (text, addresses, kept) => {
    const { addresses: read, ...rest } = readEmails(text)
    expect([read, Object.entries(rest).flatMap(([why, is]) => (is ? [why] : []))]).toEqual([addresses, kept])
  })
})
