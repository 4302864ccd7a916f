import { expect, test } from 'vitest'
import { isOnePrice, type PriceHistory, priceAt } from '#shared/domain/report/price-history.ts'

const history: PriceHistory = {
  plans: new Map([
    ['1/1', [{ seq: 0, minor: 500 }]],
    [
      '1/2',
      [
        { seq: 20, minor: 800 },
        { seq: 30, minor: null },
      ],
    ],
    ['2/1', [{ seq: 20, minor: 450 }]],
  ]),
  types: new Map([
    [1, [{ seq: 0, minor: 600 }]],
    [
      2,
      [
        { seq: 0, minor: 900 },
        { seq: 40, minor: 950 },
      ],
    ],
  ]),
}

test.each([
  // The plan's own price, whenever
  [1, 1, 1, 500],
  // The base rate until the plan has a price, and once it has none any more
  [1, 2, 19, 900],
  [1, 2, 20, 800],
  [1, 2, 30, 900],
  [1, 2, 40, 950],
  [3, 1, 99, 600],
  [3, 2, 39, 900],
])('plan %i, type %i at change %i: %i', (plan, type, seq, price) => {
  expect(priceAt(history, plan, type, seq)).toBe(price)
})

test('a type has one price by a plan that always had it, or by none and one base rate', () => {
  const one = (plan: number, type: number) => isOnePrice(history, plan, type)
  expect([one(1, 1), one(3, 1)]).toEqual([true, true])
  // Given later: the base rate before it is another price
  expect([one(2, 1), one(1, 2), one(3, 2)]).toEqual([false, false, false])
})
