import { gaussLegendre, integrate } from './quadrature.ts'
import { logRising } from './special.ts'
import { type GuestSummary, type Summaries, summaryAt } from './summary.ts'

/**
 * Pareto/NBD: Schmittlein, Morrison and Colombo 1987, Management Science 33:1–24; formulas of Fader and Hardie 2005, “A Note on
 * Deriving the Pareto/NBD Model”. Visits at a rate of the guest's own (gamma: r, alpha) until an end after a
 * time of the guest's own (gamma: s, beta), which does not wait for a visit.
 */
export type ParetoModel = { kind: 'pareto-nbd'; r: number; alpha: number; s: number; beta: number }

export function paretoLogLikelihood(model: ParetoModel, rows: Summaries): number {
  let sum = 0
  for (let i = 0; i < rows.weight.length; i++) {
    const { reference, alive, left } = terms(model, summaryAt(rows, i))
    sum += (rows.weight[i] as number) * (reference + Math.log(alive + left))
  }
  return sum
}

export function paretoAlive(model: ParetoModel, guest: GuestSummary): number {
  const { alive, left } = terms(model, guest)
  return alive / (alive + left)
}

/** Visits expected within `time` from now. */
export function paretoExpected(model: ParetoModel, guest: GuestSummary, time: number): number {
  const { r, alpha, s, beta } = model
  const { frequency, age } = guest
  const rate = (r + frequency) / (alpha + age)
  return paretoAlive(model, guest) * rate * timeAlive(s, beta + age, time)
}

/** Visits expected of a new guest within `time` after the first visit. */
export function paretoExpectedOfNew({ r, alpha, s, beta }: ParetoModel, time: number): number {
  return (r / alpha) * timeAlive(s, beta, time)
}

/** Time alive within `time`; at s = 1 its limit, a logarithm. */
function timeAlive(s: number, beta: number, time: number): number {
  const log = Math.log1p(time / beta)
  return beta * (s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1))
}

/**
 * The likelihood of being alive and of having left, both divided by e^reference. Having left is taken as the integral
 * over the moment of leaving, s ∫ (α + y)^−(r + x) (β + y)^−(s + 1) dy from the last visit to now: the published difference of
 * two hypergeometric functions loses all digits for frequent guests.
 */
function terms({ r, alpha, s, beta }: ParetoModel, { frequency, recency, age }: GuestSummary) {
  const shape = r + frequency
  const reference =
    logRising(r, frequency) +
    r * (Math.log(alpha) - Math.log(alpha + recency)) +
    -frequency * Math.log(alpha + recency) +
    s * (Math.log(beta) - Math.log(beta + recency))
  const fall = (y: number) =>
    -shape * Math.log1p((y - recency) / (alpha + recency)) - s * Math.log1p((y - recency) / (beta + recency))
  const least = Math.min(alpha, beta)
  const until = whereItEnds(fall, recency, age)
  const density = (u: number) => {
    const y = Math.exp(u) - least
    return (s * Math.exp(fall(Math.max(y, recency)) + u)) / (beta + y)
  }
  const low = Math.log(least + recency)
  const high = Math.log(least + until)
  return { reference, alive: Math.exp(fall(age)), left: inPanels(density, low, high, -fall(until)) }
}

/** Beyond e^−45 of the first value nothing is added any more. */
const NOTHING = -45

function whereItEnds(fall: (y: number) => number, recency: number, age: number): number {
  if (fall(age) > NOTHING) return age
  let low = recency
  let high = age
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (fall(middle) > NOTHING) low = middle
    else high = middle
  }
  return high
}

const rule = gaussLegendre(16)

/** A piece is at most one and a half e-foldings long and falls by e^20: sixteen points are exact to twelve digits there. */
function inPanels(density: (u: number) => number, low: number, high: number, depth: number): number {
  const panels = Math.max(1, Math.ceil((high - low) / 1.5), Math.ceil(depth / 20))
  const width = (high - low) / panels
  let sum = 0
  for (let p = 0; p < panels; p++) sum += integrate(rule, low + p * width, low + (p + 1) * width, density)
  return sum
}
