import { gaussLegendre } from './quadrature.ts'

/** Unit of time in which hotels' rows are fitted, as in the literature. */
export const DAYS_OF_WEEK = 7
export const WEEKS_OF_YEAR = 365.25 / DAYS_OF_WEEK

/** Visits within a time, and the same discounted. */
export type Ahead = { expected12: number; discounted12: number; expected36: number; discounted36: number }

const rule = gaussLegendre(4)

/**
 * What is expected in the next 12 and 36 months, and that discounted continuously at a yearly rate: ∫ e^(−δt) E′(t) dt with
 * δ = ln (1 + rate), by parts e^(−δH) E(H) + δ ∫ e^(−δt) E(t) dt, so that the expectation itself is enough. `year` is a
 * year in the unit of the model's time. Four points a piece are exact to six digits: E bends slowly.
 */
export function aheadOf(expected: (time: number) => number, year: number, rate: number): Ahead {
  const delta = Math.log1p(rate)
  const integral = (low: number, high: number) => {
    let sum = 0
    for (let i = 0; i < rule.points.length; i++) {
      const years = low + (high - low) * (rule.points[i] as number)
      sum += (rule.weights[i] as number) * Math.exp(-delta * years) * expected(years * year)
    }
    return sum * (high - low)
  }
  const expected12 = expected(year)
  const expected36 = expected(3 * year)
  if (delta === 0) return { expected12, discounted12: expected12, expected36, discounted36: expected36 }
  const first = integral(0, 1)
  return {
    expected12,
    discounted12: Math.exp(-delta) * expected12 + delta * first,
    expected36,
    discounted36: Math.exp(-3 * delta) * expected36 + delta * (first + integral(1, 3)),
  }
}
