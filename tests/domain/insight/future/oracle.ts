/**
 * The models from first principles, as an oracle: nothing but what a person with given chances does, averaged over
 * the gamma and beta distributions by double-exponential integration. No gamma function and no hypergeometric one.
 */
type Weighted = readonly { x: number; rest: number; w: number }[]

/** Tanh-sinh on 0 to 1; `rest` is 1 − x, exact near 1. */
const unit: Weighted = Array.from({ length: 121 }, (_, k) => {
  const t = (k - 60) / 12
  const u = (Math.PI / 2) * Math.sinh(t)
  const x = 1 / (1 + Math.exp(-2 * u))
  const rest = 1 / (1 + Math.exp(2 * u))
  return { x, rest, w: (Math.PI * Math.cosh(t) * x * rest) / 12 }
})

/** Exp-sinh on 0 to infinity. */
const line: Weighted = Array.from({ length: 121 }, (_, k) => {
  const t = (k - 60) / 13
  const x = Math.exp((Math.PI / 2) * Math.sinh(t))
  return { x, rest: 0, w: ((Math.PI / 2) * Math.cosh(t) * x) / 13 }
})

function average(
  points: Weighted,
  density: (x: number, rest: number) => number,
  f: (x: number, rest: number) => number,
): number {
  let sum = 0
  let mass = 0
  for (const { x, rest, w } of points) {
    const d = density(x, rest) * w
    if (!Number.isFinite(d) || d === 0) continue
    mass += d
    sum += d * f(x, rest)
  }
  return sum / mass
}

const gamma = (shape: number, rate: number) => (x: number) => Math.exp((shape - 1) * Math.log(x) - rate * x)
const beta = (a: number, b: number) => (x: number, rest: number) =>
  Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(rest))

export type Person = { frequency: number; recency: number; age: number }

/** Likelihood, chance of being alive and visits within `time`, by BG/NBD or (mayLeaveFirst) MBG/NBD. */
export function geometricOracle(
  { r, alpha, a, b }: { r: number; alpha: number; a: number; b: number },
  { frequency: x, recency, age }: Person,
  time: number,
  mayLeaveFirst: boolean,
) {
  const over = (f: (rate: number, p: number, q: number) => number) =>
    average(unit, beta(a, b), (p, q) => average(line, gamma(r, alpha), (rate) => f(rate, p, q)))
  const chances = mayLeaveFirst ? x + 1 : x
  const alive = (rate: number, _p: number, q: number) =>
    Math.exp(x * Math.log(rate) - rate * age + (chances === 0 ? 0 : chances * Math.log(q)))
  const left = (rate: number, p: number, q: number) =>
    chances === 0
      ? 0
      : p * Math.exp(x * Math.log(rate) - rate * recency + (chances === 1 ? 0 : (chances - 1) * Math.log(q)))
  const isAlive = over(alive)
  const likelihood = isAlive + over(left)
  const visits = over((rate, p, q) => {
    const chance = rate * p * time
    return alive(rate, p, q) * (chance < 1e-12 ? rate * time : -Math.expm1(-chance) / p)
  })
  return { likelihood, alive: isAlive / likelihood, visits: visits / likelihood }
}

export function paretoOracle(
  { r, alpha, s, beta: b }: { r: number; alpha: number; s: number; beta: number },
  { frequency: x, recency, age }: Person,
  time: number,
) {
  const over = (f: (rate: number, end: number) => number) =>
    average(line, gamma(s, b), (end) => average(line, gamma(r, alpha), (rate) => f(rate, end)))
  const power = (rate: number) => x * Math.log(rate)
  const alive = (rate: number, end: number) => Math.exp(power(rate) - (rate + end) * age)
  const likelihood = over((rate, end) => {
    const both = rate + end
    return Math.exp(power(rate)) * ((end * Math.exp(-both * recency) + rate * Math.exp(-both * age)) / both)
  })
  const visits = over((rate, end) => {
    const within = end * time < 1e-12 ? time : -Math.expm1(-end * time) / end
    return alive(rate, end) * rate * within
  })
  return { likelihood, alive: over(alive) / likelihood, visits: visits / likelihood }
}

/** Gamma-Gamma: the logarithm of the density of a mean of `visits` amounts, and the mean of what is behind it. */
export function spendingOracle(
  { p, q, v }: { p: number; q: number; v: number },
  visits: number,
  mean: number,
) {
  // The mean of n amounts is gamma with shape p n and rate ν n: its density without 1 / Γ(p n), which the test puts in
  const log = (rate: number) =>
    p * visits * Math.log(rate * visits) + (p * visits - 1) * Math.log(mean) - rate * visits * mean
  const highest = log(p / mean)
  const density = (rate: number) => Math.exp(log(rate) - highest)
  const likelihood = average(line, gamma(q, v), density)
  const expected = average(line, gamma(q, v), (rate) => density(rate) * (p / rate)) / likelihood
  return { logLikelihood: Math.log(likelihood) + highest, expected }
}

/** Repeatable numbers from 0 to 1 (Numerical Recipes' generator), and variates of them. */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 4_294_967_296
  }
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())
  /** Marsaglia and Tsang 2000. */
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * next() ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const z = normal()
      const cube = (1 + c * z) ** 3
      if (cube > 0 && Math.log(next()) < 0.5 * z * z + d - d * cube + d * Math.log(cube)) return d * cube
    }
  }
  const betaOf = (a: number, b: number) => {
    const one = gammaOf(a)
    return one / (one + gammaOf(b))
  }
  return { next, gamma: gammaOf, beta: betaOf, exponential: (rate: number) => -Math.log(next()) / rate }
}
