import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Currency,
  currencies,
  decimalToMinor,
  formatMoney,
  isCurrency,
  minorDigits,
  minorToDecimal,
  parseMoney,
  roundHalfEven,
  sumMoney,
} from '#shared/values/index.ts'

const CNY = 'CNY' as Currency
const JPY = 'JPY' as Currency
const KWD = 'KWD' as Currency
const USD = 'USD' as Currency
const HKD = 'HKD' as Currency
const EUR = 'EUR' as Currency

test('currencies', () => {
  expect(isCurrency('CNY')).toBe(true)
  for (const text of ['cny', 'ABC', '', 'XAU', 'CNYX']) expect(isCurrency(text)).toBe(false)
  expect(currencies().every((code) => isCurrency(code))).toBe(true)
  expect(currencies()).toEqual([...new Set(currencies())].sort())
  for (const value of [null, undefined, 156, ['CNY']]) expect(isCurrency(value)).toBe(false)
})

test.each([
  ['CNY', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KRW', 0],
  ['VND', 0],
  ['KWD', 3],
  ['TND', 3],
  ['CLF', 4],
  ['HUF', 2],
  ['ISK', 0],
])('%s has %i digits', (code, digits) => {
  expect(minorDigits(code as Currency)).toBe(digits)
})

describe('parseMoney', () => {
  test.each<[string, Currency, number]>([
    ['1,234.50', CNY, 123450],
    ['1234.5', CNY, 123450],
    ['１，２３４．５０', CNY, 123450],
    ['￥80', CNY, 8000],
    ['CN¥80', CNY, 8000],
    ['CNY 80', CNY, 8000],
    ['80元', CNY, 8000],
    ['-20', CNY, -2000],
    ['−20', CNY, -2000],
    ['.5', CNY, 50],
    ['0', CNY, 0],
    ['-0', CNY, 0],
    ['1,200', JPY, 1200],
    ['1.234', KWD, 1234],
    ['$80', USD, 8000],
    ['US$80', USD, 8000],
    ['us$ 80', USD, 8000],
    ['HK$80', HKD, 8000],
    ['80元', HKD, 8000],
    ['80元', 'MOP' as Currency, 8000],
    ['80 元', 'TWD' as Currency, 8000],
    ['80€', EUR, 8000],
    ['€ 80.50', EUR, 8050],
    ['£80', 'GBP' as Currency, 8000],
    ['₩1,000', 'KRW' as Currency, 1000],
    ['¥1,000', JPY, 1000],
    ['80 CNY', CNY, 8000],
    ['cny80', CNY, 8000],
    ['CN 80', CNY, 8000],
    ['-¥80', CNY, -8000],
    ['¥-80', CNY, -8000],
    ['- 80', CNY, -8000],
    ['-  ¥  80  元', CNY, -8000],
    [' 80元 ', CNY, 8000],
    [' -¥80', CNY, -8000],
    ['80。5', CNY, 8050],
    ['80.', CNY, 8000],
    ['1,234,567.', CNY, 123456700],
    ['123,456', CNY, 12345600],
    ['1.23', CNY, 123],
  ])('%s %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor)
  })
  test.each<[string, Currency]>([
    ['', CNY],
    ['-', CNY],
    ['.', CNY],
    ['1.000', CNY],
    ['1.5', JPY],
    ['1.234,50', CNY],
    ['12,34', CNY],
    ['1,2345', CNY],
    ['1 234', CNY],
    ['1e3', CNY],
    ['0x10', CNY],
    ['USD 80', CNY],
    ['$80', CNY],
    ['€80', CNY],
    ['80元', JPY],
    ['--5', CNY],
    ['-¥-5', CNY],
    ['-', JPY],
    ['5-', CNY],
    ['80.5.5', CNY],
    ['1234,567', CNY],
    ['1,234,56', CNY],
    [',234', CNY],
    ['1,', CNY],
    ['1.234', CNY],
    ['CNY', CNY],
    ['元', CNY],
    ['Q80', CNY],
    ['ABCD80', CNY],
    ['80 yuan', CNY],
    ['80CN', CNY],
    ['NY80', CNY],
    ['80 USD', CNY],
    ['HK$80', USD],
    ['CN¥80', JPY],
    ['¥¥80', CNY],
    ['80€', CNY],
    ['80元', EUR],
    ['x', CNY],
    ['80 x', CNY],
    ['NaN', CNY],
    ['Infinity', CNY],
    ['99999999999999999', CNY],
  ])('refuses %s %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull()
  })
  test('reads what it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(CNY, JPY, KWD), (minor, currency) => {
        expect(parseMoney(minorToDecimal(minor, currency), currency)).toBe(minor)
      }),
    )
  })
})

describe('decimalToMinor', () => {
  test.each<[string, number | null]>([
    ['75.5', 7550],
    ['0.07', 7],
    ['-6.38', -638],
    ['5400', 540000],
    ['1.10', 110],
    ['1.100', 110],
    ['8.005', null],
    ['1.005', null],
    ['NULL', null],
    ['', null],
    ['.', null],
    ['+5', null],
    ['1,5', null],
    ['-', null],
    ['5.', 500],
    ['.5', 50],
    ['-.5', -50],
    [' 7 ', 700],
    ['5x', null],
    ['x5', null],
    ['--5', null],
    ['-0.00', 0],
    ['1.000000', 100],
    ['1.000001', null],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', null],
  ])('%s', (text, minor) => {
    expect(decimalToMinor(text)).toBe(minor)
  })
  test('rounds by the digits, where a float would be wrong', () => {
    // 1.005 is less than itself as a float: Math.round(1.005 * 100) is 100.
    expect(decimalToMinor('1.005', 2, 'half-up')).toBe(101)
    expect(decimalToMinor('1.005', 2, 'half-even')).toBe(100)
    expect(decimalToMinor('1.015', 2, 'half-even')).toBe(102)
    expect(decimalToMinor('1.0050001', 2, 'half-even')).toBe(101)
    expect(decimalToMinor('-1.005', 2, 'half-up')).toBe(-101)
    expect(decimalToMinor('0.995', 2, 'half-up')).toBe(100)
  })
  test.each<[string, number, number, number]>([
    ['1.0049', 2, 100, 100],
    ['1.0051', 2, 101, 101],
    ['1.0050', 2, 101, 100],
    ['1.015000', 2, 102, 102],
    ['1.0090', 2, 101, 101],
    ['1.0001', 2, 100, 100],
    ['1.000', 2, 100, 100],
    ['0.5', 0, 1, 0],
    ['.5', 0, 1, 0],
    ['1.5', 0, 2, 2],
    ['2.45', 0, 2, 2],
    ['2.55', 0, 3, 3],
    ['-0.004', 2, 0, 0],
    ['0.0005', 3, 1, 0],
  ])('%s to %i digits: half up %i, half even %i', (text, digits, up, even) => {
    expect(decimalToMinor(text, digits, 'half-up')).toBe(up)
    expect(decimalToMinor(text, digits, 'half-even')).toBe(even)
  })
})

test.each<[number, Currency, string]>([
  [7550, CNY, '75.50'],
  [80, JPY, '80'],
  [-80, JPY, '-80'],
  [0, JPY, '0'],
  [0, CNY, '0.00'],
  [5, CNY, '0.05'],
  [-5, CNY, '-0.05'],
  [100, CNY, '1.00'],
  [5, KWD, '0.005'],
  [-1234, KWD, '-1.234'],
  [12345, 'CLF' as Currency, '1.2345'],
])('%i %s is exported as %s', (minor, currency, decimal) => {
  expect(minorToDecimal(minor, currency)).toBe(decimal)
})

describe('formatMoney', () => {
  test.each<[number, Currency, string, string]>([
    [123450, CNY, 'en', '¥1,234.50'],
    [123450, CNY, 'zh-CN', '¥1,234.50'],
    [-5, CNY, 'en', '-¥0.05'],
    [1200, JPY, 'en', '¥1,200'],
    [1234, KWD, 'en', 'KWD 1.234'],
    [Number.MAX_SAFE_INTEGER, CNY, 'en', '¥90,071,992,547,409.91'],
  ])('%i %s in %s', (minor, currency, locale, expected) => {
    expect(formatMoney(minor, currency, locale).replace(/\u00a0/g, ' ')).toBe(expected)
  })
})

describe('rounding and sums', () => {
  test.each([
    [5, 2, 2],
    [7, 2, 4],
    [-5, 2, -2],
    [-7, 2, -4],
    [1, 3, 0],
    [2, 3, 1],
    [0, 7, 0],
    [10, -4, -2],
  ])('%i / %i: half even %i', (top, bottom, even) => {
    expect(roundHalfEven(top, bottom)).toBe(even)
  })
  test('a fraction alone is rounded too', () => {
    expect([0.5, 1.5, 2.5, 2.51, -2.5, -3.5].map((value) => roundHalfEven(value))).toEqual([
      0, 2, 2, 3, -2, -4,
    ])
  })
  // Beyond what integers keep exactly, and of fractions: still halves to the even neighbour, and no -0.
  test.each([
    [2 ** 53 + 2, 4, 2 ** 51],
    [2 ** 53 + 6, 4, 2 ** 51 + 2],
    [-(2 ** 53 + 2), 4, -(2 ** 51)],
    [-(2 ** 53 + 6), 4, -(2 ** 51 + 2)],
    [2 ** 53, 3, 3_002_399_751_580_331],
    [2 ** 54, 3, 6_004_799_503_160_661],
    [1, 2 ** 53, 0],
    [-1, 2 ** 53, 0],
    [2 ** 53, -(2 ** 53), -1],
    [0.5, 1, 0],
    [1.5, 1, 2],
    [2.5, 1, 2],
    [-0.5, 1, 0],
    [-1.5, 1, -2],
    [2.4, 1, 2],
    [2.6, 1, 3],
    [3.4, 1, 3],
    [5, 2.5, 2],
  ])('%d / %d, beyond whole numbers: half even %d', (top, bottom, even) => {
    expect(roundHalfEven(top, bottom)).toBe(even)
  })
  test('is never more than half away', () => {
    const top = fc.integer({ min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(top, fc.integer({ min: 1, max: 1e6 }), (numerator, denominator) => {
        const rounded = roundHalfEven(numerator, denominator)
        expect(Math.abs(2 * (rounded * denominator - numerator))).toBeLessThanOrEqual(denominator)
      }),
    )
  })
  test('zero and inexact sums are defects', () => {
    expect(() => roundHalfEven(1, 0)).toThrow(RangeError)
    expect(() => roundHalfEven(0.5, 0)).toThrow(RangeError)
    expect(() => sumMoney([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError)
    expect(sumMoney([1, 2, -5])).toBe(-2)
    expect(sumMoney([])).toBe(0)
    expect(sumMoney([Number.MAX_SAFE_INTEGER - 1, 1])).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => sumMoney([0.5])).toThrow(RangeError)
  })
})
