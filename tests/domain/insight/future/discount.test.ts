import { expect, test } from 'vitest'
import { aheadOf } from '#shared/domain/insight/future/discount.ts'

/** E(t) = 2 (1 − e^(−t / 2)), so that E′(t) = e^(−t / 2) and the discounted sum is (1 − e^(−(δ + ½) H)) / (δ + ½). */
test.each([0, 0.1, 0.35])('a yearly rate of %d is the integral of what is expected', (rate) => {
  const ahead = aheadOf((years) => 2 * -Math.expm1(-years / 2), 1, rate)
  const fall = Math.log1p(rate) + 0.5
  expect(ahead.expected12).toBeCloseTo(2 * -Math.expm1(-0.5), 12)
  expect(ahead.discounted12).toBeCloseTo(-Math.expm1(-fall) / fall, 6)
  expect(ahead.discounted36).toBeCloseTo(-Math.expm1(-3 * fall) / fall, 6)
})

test('the year is in the unit of the model', () => {
  const weeks = aheadOf((week) => week / 10, 52, 0.1)
  expect(weeks.expected12).toBeCloseTo(5.2, 12)
  expect(weeks.expected36).toBeCloseTo(15.6, 12)
  expect(weeks.discounted12).toBeCloseTo((5.2 * (1 - 1 / 1.1)) / Math.log(1.1), 6)
})
