import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundCash } from '#shared/domain/folio/cash-rounding.ts'
import { convertMoney, lineTotal } from '#shared/domain/folio/convert.ts'
import type { Currency } from '#shared/values/index.ts'

const money = (code: string) => code as Currency

describe('cash', () => {
  it.each<[string, number, number[], number[]]>([
    ['cash-01', 5, [178, 177, 175, -178, -177], [180, 175, 175, -180, -175]],
    ['cash-03', 1, [299, 300, 301], [299, 300, 301]],
    [
      'cash-05',
      5,
      [100, 101, 102, 103, 104, 105, 106, 107, 108, 109],
      [100, 100, 100, 105, 105, 105, 105, 105, 110, 110],
    ],
    ['cash-07', 5, [114999], [115000]],
    ['halves away from zero', 10, [5, 15, -5, -15, 4, -4], [10, 20, -10, -20, 0, 0]],
  ])('%s', (_id, step, amounts, rounded) => {
    expect(amounts.map((amount) => roundCash(amount, step))).toEqual(rounded)
  })

  it('is the nearest multiple, and symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom(1, 5, 10, 50, 100), (amount, step) => {
        const rounded = roundCash(amount, step)
        expect(rounded % step).toBe(0)
        expect(Math.abs(rounded - amount) * 2).toBeLessThanOrEqual(step)
        expect(roundCash(-amount, step) + rounded).toBe(0)
      }),
    )
  })
})

describe('foreign money', () => {
  it.each<[string, number, string, string, string, number | null]>([
    ['tax-17, one', 700, '0.9737', 'EUR', 'USD', 682],
    ['tax-17, two', 1400, '0.9737', 'EUR', 'USD', 1363],
    ['yen into yuan', 10_000, '0.0468', 'JPY', 'CNY', 46_800],
    ['yuan into yen', 10_000, '21.37', 'CNY', 'JPY', 2137],
    ['dinars of three digits', 1_500, '23.4567', 'KWD', 'CNY', 3519],
    ['units of four digits', 12_345, '39000.5', 'CLF', 'CLP', 48_146],
    ['a refund', -1400, '0.9737', 'EUR', 'USD', -1363],
    ['half up', 50, '0.01', 'USD', 'CNY', 1],
    ['beyond what numbers keep', Number.MAX_SAFE_INTEGER, '2', 'USD', 'CNY', null],
    ['no rate', 100, '', 'USD', 'CNY', null],
    ['a rate of nothing', 100, '0.00', 'USD', 'CNY', null],
    ['a rate below nothing', 100, '-7.1', 'USD', 'CNY', null],
    ['a rate with a comma', 100, '7,1', 'USD', 'CNY', null],
    ['a rate as a power', 100, '7e1', 'USD', 'CNY', null],
  ])('%s', (_what, amount, rate, from, to, right) => {
    expect(convertMoney(amount, rate, money(from), money(to))).toBe(right)
  })

  it('comes back to within what rounding loses', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 10 }), (amount, rate) => {
        const there = convertMoney(amount, String(rate), money('USD'), money('CNY'))
        expect(there).toBe(amount * rate)
        expect(convertMoney(-amount, String(rate), money('USD'), money('CNY'))).toBe(-there!)
      }),
    )
  })
})

it.each([
  [1000, 1970, 1970],
  [500, 1, 1],
  [-500, 1, -1],
  [499, 1, 0],
  [1_234_567, 99_999_999, 123_456_698_765],
])('%i thousandths at %i are %i', (quantity, unit, total) => {
  expect(lineTotal(quantity, unit)).toBe(total)
})
