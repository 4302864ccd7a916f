import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareNumber, bareText, isRoundedNumber } from '#shared/domain/import/armour.ts'

describe('armour', () => {
  test.each<[string, string]>([
    ['="000123456"', '000123456'],
    ['= "000123456"', '000123456'],
    ['=T("000123456")', '000123456'],
    ['="12""34"', '12"34'],
    ['=""', ''],
    ["'000123457", '000123457'],
    ["'000123457'", '000123457'],
    ['’000123457', '000123457'],
    ['`000123458', '000123458'],
    ['`000123458`', '000123458'],
    ['"000123458"', '000123458'],
    ['\t000123458\t', '000123458'],
    ['000123458\u00a0', '000123458'],
    ['138\u00a00013\u202f8009', '138 0013 8009'],
    ['\u3000138\u3000', '138'],
    ['\u202a+8613800138005\u202c', '+8613800138005'],
    ['\u200e000123\u200f', '000123'],
    ['\u2066000123\u2069', '000123'],
    ['\ufeff000123', '000123'],
    ['000\u200b123', '000123'],
    ['000\u00ad123', '000123'],
    ['="\u202a000123\u202c"', '000123'],
    ["'", "'"],
    ['A-1', 'A-1'],
  ])('of %j leaves %j', (text, bare) => {
    expect(bareNumber(text)).toBe(bare)
  })
  test.each<[string, string]>([
    ["'t Hooft", "'t Hooft"],
    ["'1203 with view", '1203 with view'],
    ["'=cmd", '=cmd'],
    ["'+1 guest", '+1 guest'],
    ['="王一"', '王一'],
    ['\tAnna\u00a0Probe\t', 'Anna Probe'],
    ['محمد\u200f أحمد', 'محمد أحمد'],
    ['\u202eAnna\u202c', 'Anna'],
    ['Anna\u200bProbe', 'AnnaProbe'],
    // Joiners are letters' own.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
    ['a\nb', 'a\nb'],
    ['=1+2', '=1+2'],
    ['D’Arc', 'D’Arc'],
  ])('of the words %j leaves %j', (text, bare) => {
    expect(bareText(text)).toBe(bare)
  })
  test('any combination of it comes off a number', () => {
    const guards = fc.constantFrom<(text: string) => string>(
      (text) => `="${text.replaceAll('"', '""')}"`,
      (text) => `'${text}`,
      (text) => `\`${text}`,
      (text) => `\t${text}`,
      (text) => `${text}\t`,
      (text) => `\u202a${text}\u202c`,
      (text) => `\u00a0${text}\ufeff`,
    )
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z][0-9A-Z-]{0,18}[0-9A-Z]$/),
        guards,
        guards,
        (text, one, two) => {
          expect(bareNumber(one(text))).toBe(text)
          expect(bareNumber(two(one(text)))).toBe(text)
        },
      ),
    )
  })
})

describe('a number that lost digits', () => {
  test.each<[string, boolean]>([
    ['1.26031E+18', true],
    ['1,26031E+18', true],
    ['1E+18', true],
    ['8.6138E+12', true],
    ['1.26031e+18', true],
    ['1.26031E18', true],
    ['="1.26031E+18"', true],
    ["'1.26031E+18", true],
    ['１.26031E+18', true],
    ['1260310000000000000', true],
    ['110105194912310000', true],
    ['110105194912310000.0', true],
    ['1260312345678901234', false],
    ['126031234567890000', true],
    ['11010519491231002X', false],
    ['1234567890123450', false],
    ['123456789012345', false],
    ['100000000000000', false],
    // Locators of booking systems.
    ['12E5', false],
    ['1E10', false],
    ['5E12', false],
    ['E12345', false],
    ['13800138000', false],
    ['', false],
  ])('%j: %s', (text, rounded) => {
    expect(isRoundedNumber(text)).toBe(rounded)
  })
  test('every number of 17 digits or more that a spreadsheet kept as a number is seen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 16n, max: 10n ** 24n }), (number) => {
        const kept = BigInt(
          Number(number)
            .toPrecision(15)
            .replace(
              /^(\d)\.?(\d*)e\+(\d+)$/,
              (_, first, more, power) => first + more.padEnd(Number(power), '0'),
            ),
        )
        expect(isRoundedNumber(String(kept))).toBe(true)
        expect(isRoundedNumber(Number(number).toExponential(5).replace('e', 'E'))).toBe(true)
      }),
    )
  })
})
