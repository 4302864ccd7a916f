import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grossUp } from '#shared/domain/folio/gross-up.ts'

test('finds the largest price whose gross is not above the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat(3_000), (amount, basisPoints) => {
      const grossOf = (unit: number) => unit + Math.round((unit * basisPoints) / 10_000)
      const unit = grossUp(amount, grossOf)
      expect(grossOf(unit)).toBeLessThanOrEqual(amount)
      expect(grossOf(unit + 1)).toBeGreaterThan(amount)
    }),
  )
})

test.each([
  [100, 0.06, 94],
  [1, 0.25, 1],
  [0, 0.06, 0],
])('%i with a tax of %d on top is a price of %i', (amount, rate, wanted) => {
  expect(grossUp(amount, (unit) => unit + Math.round(unit * rate))).toBe(wanted)
})
