import { logGamma, logRising } from './special.ts'

/**
 * Gamma-Gamma: Fader and Hardie 2013, “The Gamma-Gamma Model of Monetary Value”, note 025; Fader, Hardie and Lee 2005, J. of Marketing
 * Research 42:415–430. What a guest spends at a visit is gamma with shape p around a mean of the guest's own, which does not
 * depend on how often the guest comes.
 */
export type GammaGamma = { p: number; q: number; v: number }

/** Guests who spent something: `visits` of them, `mean` each. */
export type Spending = { visits: Float64Array; mean: Float64Array }

/** The logarithm of the likelihood of the means, formula 1a of the note. */
export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, { visits, mean }: Spending): number {
  let sum = 0
  for (let i = 0; i < mean.length; i++) {
    const x = visits[i] as number
    const z = mean[i] as number
    const shape = p * x
    const total = x * z
    // Γ(px + q) / (Γ(px) Γ(q)) by the larger of the two as the base
    const beta = minusLogBeta(shape, q)
    sum +=
      beta +
      q * (Math.log(v) - Math.log(v + total)) +
      shape * (Math.log(total) - Math.log(v + total)) -
      Math.log(z)
  }
  return sum
}

/** −ln B(x, y). */
function minusLogBeta(x: number, y: number): number {
  const [large, small] = x > y ? [x, y] : [y, x]
  return logRising(large, small) - logGamma(small)
}

/** What a visit of this guest is worth on average; NaN for a guest without one where q ≤ 1: such a mean is infinite. */
export function expectedSpending({ p, q, v }: GammaGamma, visits: number, mean: number): number {
  if (visits === 0) return q > 1 ? (p * v) / (q - 1) : Number.NaN
  const shape = p * visits + q - 1
  return shape > 0 ? (p * (v + visits * mean)) / shape : Number.NaN
}
