/** Special functions that the models of repeat visits need. Pure, deterministic, for real arguments above zero. */

const HALF_LOG_TWO_PI = 0.9189385332046728
/** B2k / (2k (2k − 1)): Stirling's series (Abramowitz and Stegun 6.1.40). */
const stirling = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
] as const
/** From here on eight terms of the series are exact to a double. */
const SERIES_FROM = 10

/** What Stirling's formula lacks: ln Γ(x) = (x − ½) ln x − x + ½ ln 2π + this. For x ≥ 10. */
function stirlingRest(x: number): number {
  const square = 1 / (x * x)
  let sum = 0
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * square + (stirling[k] as number)
  return sum / x
}

/** ln Γ(x) for x > 0, to some 1e-15 of the larger of 1 and the value. NaN otherwise. */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let shift = 1
  let at = x
  while (at < SERIES_FROM) {
    shift *= at
    at += 1
  }
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + stirlingRest(at) - Math.log(shift)
}

/**
 * ln (Γ(x + n) / Γ(x)) for x > 0 and n ≥ 0. Not as the difference of two large logarithms: Γ(1e9 + 0.5) / Γ(1e9) would
 * lose seven digits.
 */
export function logRising(x: number, n: number): number {
  if (n === 0) return 0
  let shift = 1
  let at = x
  // Γ(x + n) / Γ(x) = Γ(x + 1 + n) / Γ(x + 1) · x / (x + n)
  while (at < SERIES_FROM) {
    shift *= at / (at + n)
    at += 1
  }
  const top = at + n
  return (
    (at - 0.5) * Math.log1p(n / at) +
    n * (Math.log(top) - 1) +
    stirlingRest(top) -
    stirlingRest(at) +
    Math.log(shift)
  )
}

/** ln (eˣ + eʸ) without overflow. */
export function logSum(x: number, y: number): number {
  if (x === -Infinity) return y
  return Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)))
}
