import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMaskedAgencyEmail } from '#shared/domain/privacy/agency-email.ts'
import { brandOf, findCardNumber, passesLuhn } from '#shared/domain/privacy/card-number.ts'
import { maskDocument } from '#shared/domain/privacy/mask-document.ts'

/** Test numbers that the brands publish. */
const CARDS: [string, string][] = [
  ['4111111111111111', 'visa'],
  ['4222222222222', 'visa'],
  ['5555555555554444', 'mastercard'],
  ['2223003122003222', 'mastercard'],
  ['378282246310005', 'amex'],
  ['6011111111111117', 'discover'],
  ['3530111333300000', 'jcb'],
  ['30569309025904', 'diners'],
  ['38520000023237', 'diners'],
  ['6200000000000005', 'unionpay'],
  ['6205500000000000004', 'unionpay'],
  ['6759649826438453', 'maestro'],
  ['2200000000000004', 'mir'],
]

describe('findCardNumber', () => {
  test.each(CARDS)('%s is %s', (number, brand) => {
    const last4 = number.slice(-4)
    expect(brandOf(number)).toBe(brand)
    expect(findCardNumber(number)).toEqual({ index: 0, length: number.length, brand, last4 })
    const grouped = number.replace(/(.{4})(?=.)/g, '$1 ')
    expect(findCardNumber(`card ${grouped} exp 12/29`)).toMatchObject({
      index: 5,
      length: grouped.length,
      brand,
    })
    expect(findCardNumber(`卡号：${number.replace(/(.{4})(?=.)/g, '$1-')}。`)).toMatchObject({
      index: 3,
      brand,
    })
  })
  test('full-width digits, text before and after, other digits beside it', () => {
    expect(findCardNumber('４１１１１１１１１１１１１１１１')).toMatchObject({ brand: 'visa', last4: '1111' })
    expect(findCardNumber('VISA4111111111111111x')).toMatchObject({ index: 4, length: 16 })
    expect(findCardNumber('2026-03-05 4111 1111 1111 1111')).toMatchObject({ index: 11, length: 19 })
    expect(findCardNumber('4111 1111 1111 1111 12/29 123')).toMatchObject({ index: 0, length: 19 })
  })
  test.each([
    ['a "+" before it', '+4111111111111111', 1],
    ['a "+" before its groups', '+4111 1111 1111 1111', 1],
    ['an American Express with a "+"', '+378282246310005', 1],
    ['a telephone before it', 'Tel +86 138 0013 8000 4111 1111 1111 1111', 22],
    ['a short telephone before it', '+65 6123 4567 4111 1111 1111 1111', 14],
    ['three digits in its first group', '411 1111111111111', 0],
    ['a telephone before three digits', 'Tel +86 138 0013 8000 411 1111111111111', 22],
    ['ideographic spaces', '４１１１　１１１１　１１１１　１１１１', 0],
    ['full-width hyphens', '4111－1111－1111－1111', 0],
    ['thin spaces', '4111\u20091111\u20091111\u20091111', 0],
    ['zero-width spaces', 'a4111\u200b1111\u200b1111\u200b1111', 1],
    ['spaced dashes', '4111 - 1111 – 1111 — 1111', 0],
    ['minus signs', '4111−1111−1111−1111', 0],
    ['digits for mathematicians', '𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏', 0],
    ['commas', '4111,1111,1111,1111', 0],
    ['stars', '4111*1111*1111*1111', 0],
    ['bars with spaces', '4111 | 1111 | 1111 | 1111', 0],
    ['line breaks', '4111\r\n1111\r\n1111\r\n1111', 0],
    ['brackets', '(4111)(1111)(1111)(1111)', 1],
    ['each digit by itself', '4,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1', 0],
    ['groups as American Express prints them', '3782|822463|10005', 0],
    ['combining marks', '4111\u03081111\u03081111\u03081111', 0],
    ['keycaps', '4️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣1️⃣', 0],
    ['fillers', '4111\u31641111\u31641111\u31641111', 0],
    ['circled digits', '④①①①①①①①①①①①①①①①', 0],
    ['what grows when it is made plain', '㎏ ﬃ 4111 1111 1111 1111', 4],
  ])('is seen with %s', (_how, text, index) => {
    const found = findCardNumber(text)
    expect(found).toMatchObject({ index, last4: expect.stringMatching(/^(1111|0005)$/) })
    expect(text.slice(index + (found?.length ?? 0)).replace(/[^\p{L}\p{N}]/gu, '')).toBe('')
  })
  test('is seen in the digits of every script', () => {
    const zeros: string[] = []
    for (let code = 0; code <= 0x10ffff; code++) {
      const sign = String.fromCodePoint(code)
      // A zero begins a run of ten; the digits for mathematicians are five runs on end.
      if (
        /\p{Nd}/u.test(sign) &&
        sign.normalize('NFKC') === sign &&
        !/\p{Nd}/u.test(String.fromCodePoint(code - 1))
      )
        zeros.push(sign)
    }
    expect(zeros.length).toBeGreaterThan(50)
    for (const zero of zeros) {
      const written = [...'5555555555554444']
        .map((digit) => String.fromCodePoint((zero.codePointAt(0) as number) + Number(digit)))
        .join('')
      expect(findCardNumber(written), zero).toMatchObject({ index: 0, length: written.length, last4: '4444' })
    }
  })
  test('is cut out whole, whatever stands between its digits and around it', () => {
    const between = fc.constantFrom('', ' ', '-', '　', '－', '\u2009', '\u00ad', ' - ', '.', '／', '\u202f')
    const around = fc.constantFrom('', 'Tel +86 138 0013 8000 ', '客人 ', '+', '２０２６－０３－０５ ', 'ﷺ ')
    fc.assert(
      fc.property(fc.constantFrom(...CARDS), between, around, around, ([number], sep, before, after) => {
        const written = (number.match(/.{1,4}/g) ?? []).join(sep)
        const text = `${before}${written}${after.replace(/^\S/, ' $&')}`
        const found = findCardNumber(text)
        expect(found && text.slice(found.index, found.index + found.length)).toBe(written)
      }),
    )
  })
  test.each([
    '4111111111111112',
    '+62 811 2345 6789 0812 3456',
    '+4915112345678',
    '4915112345678',
    '49 1511 2345678',
    '(010) 6555-6666 (021) 5555-4444',
    '+49 1511 2345678',
    '+44 20 7946 0958 / +44 20 7946 0959',
    '010－6555　6666 / 138 0013 8000',
    '0086 138 0013 8000, 0086 139 0013 9000',
    '+86 138 0013 8000',
    '13800138000 13900139000',
    '+4915112345678901',
    '010-6555 6666 / 138 0013 8000',
    'KR20260305000017',
    '11010519491231002X',
    '620102199003077578',
    // A resident ID of Gansu that Luhn and UnionPay’s range fit as well.
    '620102199003070069',
    '2026-03-05 – 2026-03-08, 3 nights, 1,234.50',
    '9999999999999999',
    '12345678901234567890123456789012',
    'no digits at all',
    '',
  ])('%s is not a card', (text) => {
    expect(findCardNumber(text)).toBeNull()
  })
  // Every range of an issuer, at both ends: the last number that is not its own, the first, the last and the next.
  test.each<[string, string, string]>([
    ['34', '35', 'amex'],
    ['37', '38', 'amex'],
    ['300', '299', 'diners'],
    ['305', '306', 'diners'],
    ['3095', '3094', 'diners'],
    ['3528', '3527', 'jcb'],
    ['3589', '3590', 'jcb'],
    ['51', '50', 'mastercard'],
    ['55', '56', 'mastercard'],
    ['2221', '2219', 'mastercard'],
    ['2720', '2721', 'mastercard'],
    ['2200', '2199', 'mir'],
    ['2204', '2205', 'mir'],
    ['5018', '5019', 'maestro'],
    ['644', '643', 'discover'],
    ['649', '660', 'discover'],
    ['62', '610', 'unionpay'],
    ['81', '82', 'unionpay'],
  ])('a number of %s… is one of the brand that %s… is not', (own, other, brand) => {
    const length = { amex: 15, diners: 14 }[brand] ?? 16
    const withCheck = (prefix: string) => {
      const digits = prefix.padEnd(length - 1, '0')
      return digits + [...'0123456789'].find((check) => passesLuhn(digits + check))
    }
    expect(brandOf(withCheck(own))).toBe(brand)
    expect(brandOf(withCheck(other))).not.toBe(brand)
  })
  test.each<[string, string | null]>([
    ['', null],
    ['4', null],
    ['400000000006', null],
    ['4000000000006', 'visa'],
    ['40000000000002', null],
    ['4000000000000002', 'visa'],
    ['40000000000000006', null],
    ['400000000000000002', 'visa'],
    ['4000000000000000006', 'visa'],
    ['40000000000000000002', null],
    ['4000000000006x', null],
    ['x4000000000006', null],
    ['620102199003077578', null],
    ['620102199003070069', null],
    // Luhn’s sum fits both, letters counted by their codes.
    ['4000000000005xxx', null],
    ['4x00000000000009', null],
  ])('%j is of %s', (digits, brand) => {
    expect(brandOf(digits)).toBe(brand)
  })
  test('Luhn finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CARDS),
        fc.nat({ max: 12 }),
        fc.integer({ min: 1, max: 9 }),
        ([number], at, shift) => {
          const wrong = String((Number(number[at]) + shift) % 10)
          expect(passesLuhn(number.slice(0, at) + wrong + number.slice(at + 1))).toBe(false)
        },
      ),
    )
  })
  test('long text is read to its end', () => {
    expect(findCardNumber(`${'room 12; '.repeat(50_000)}card 4111 1111 1111 1111`)).toMatchObject({
      last4: '1111',
    })
    expect(findCardNumber('4'.repeat(400_000))).toBeNull()
  })
})

test.each([
  ['abc.123456@guest.booking.com', true],
  ['X1@m.expediapartnercentral.com', true],
  ['123@agoda-messaging.com', true],
  ['u-1@guest.airbnb.com', true],
  ['77@guest.trip.com', true],
  ['77@GUEST.CTRIP.COM', true],
  [' 77@guest.booking.com ', true],
  ['77@x.guest.booking.com', true],
  ['77@xguest.booking.com', false],
  ['77@x.agoda-messaging.com', true],
  ['77@agoda-messaging.com.example', false],
  ['77@guest.trip.com.cn', true],
  ['77@a.guest.trip.com', true],
  ['77@aguest.trip.com', false],
  ['77@guest.trip.company', false],
  ['jobs@booking.com', false],
  ['zhang@guest.booking.com.cn.example.com', false],
  ['wei@qq.com', false],
  ['nonsense', false],
])('%s masked by an agency: %s', (email, expected) => {
  expect(isMaskedAgencyEmail(email)).toBe(expected)
})

test('masks keep what tells two apart and no more', () => {
  expect(maskDocument('11010519491231002X')).toBe('110***********002X')
  expect(maskDocument('E12345678')).toBe('E*****678')
  expect(maskDocument('123456789012')).toBe('123*****9012')
  expect(maskDocument('12345678901')).toBe('1*******901')
  expect(maskDocument('123456')).toBe('1**456')
  expect(maskDocument('12345')).toBe('*****')
  expect(maskDocument('1234')).toBe('****')
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), (number) => {
      expect(maskDocument(number).length).toBe(number.length)
    }),
  )
})
