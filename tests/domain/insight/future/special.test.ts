import { expect, test } from 'vitest'
import { gaussLegendre, integrate } from '#shared/domain/insight/future/quadrature.ts'
import { logGamma, logRising, logSum } from '#shared/domain/insight/future/special.ts'

/** Relative, absolute around zero. */
const near = (value: number, right: number, digits = 1e-13) =>
  expect(Math.abs(value - right)).toBeLessThan(digits * Math.max(1, Math.abs(right)))

// Forty digits of mpmath, rounded
test.each([
  [1e-8, 18.42068073818021],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [1, 0],
  [1.4616, -0.12148629003589732],
  [2.5, 0.2846828704729192],
  [9.999, 12.799575780077413],
  [10, 12.801827480081469],
  [57.3, 173.56386827969143],
  [1000.5, 5908.674175848678],
  [1e9, 19723265827.503716],
])('ln Γ(%d)', (x, right) => near(logGamma(x), right))

test.each([0, -1, -0.5, Number.NaN])('ln Γ(%d) is not answered', (x) => expect(logGamma(x)).toBeNaN())

test.each([
  [1e9, 0.5, 10.361632918348205],
  [0.2426, 500, 2605.3035450345724],
  [1e-6, 3, -13.122361877404954],
  [20, 0.001, 0.0029705496272156074],
  [3, 1e6, 12815545.322535105],
  [5, 0, 0],
])('ln Γ(%d + %d) / Γ(%d)', (x, n, right) => near(logRising(x, n), right))

test('a sum of exponentials does not overflow', () => {
  near(logSum(1000, 1000), 1000 + Math.LN2)
  expect(logSum(-Infinity, 3)).toBe(3)
})

test('sixteen points are exact for polynomials up to degree 31', () => {
  const rule = gaussLegendre(16)
  near(
    integrate(rule, 0, 1, (x) => x ** 31),
    1 / 32,
    1e-14,
  )
  near(
    integrate(rule, -2, 3, (x) => x ** 4),
    (3 ** 5 + 2 ** 5) / 5,
    1e-14,
  )
})
