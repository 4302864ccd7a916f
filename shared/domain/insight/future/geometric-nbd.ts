import { logRising, logSum } from './special.ts'
import type { GuestSummary, Summaries } from './summary.ts'

/**
 * Repeat visits at a rate of the guest's own (gamma: r, alpha), each followed by leaving for good with a chance of the
 * guest's own (beta: a, b).
 *
 * `bg-nbd`: Fader, Hardie and Lee 2005, “Counting Your Customers” the Easy Way, Marketing Science 24:275–284. Nobody leaves
 * after the first visit, so that a guest with a single one is alive for certain.
 * `mbg-nbd`: Batislam, Denizel and Filiztekin 2007, Int. J. of Research in Marketing 24:201–209; Hoppe and Wagner 2007. A guest may
 * leave after the first visit already, as most guests of a hotel do.
 */
export type GeometricKind = 'bg-nbd' | 'mbg-nbd'
export type GeometricModel = { kind: GeometricKind; r: number; alpha: number; a: number; b: number }

/** How many chances to leave a guest has had who came again `frequency` times and is still alive. */
const chances = (kind: GeometricKind, frequency: number) => (kind === 'mbg-nbd' ? frequency + 1 : frequency)

/** The logarithm of the likelihood of all rows. */
export function geometricLogLikelihood(model: GeometricModel, rows: Summaries): number {
  const { alpha, r } = model
  const { frequency, recency, age, weight } = rows
  let byCount = countTerms(model, 0)
  let sum = 0
  for (let i = 0; i < weight.length; i++) {
    const x = frequency[i] as number
    // Rows are sorted by frequency: what depends on nothing else is worked out once for each
    if (x !== byCount.frequency) byCount = countTerms(model, x)
    const alive = -(r + x) * Math.log(alpha + (age[i] as number))
    const left = byCount.left - (r + x) * Math.log(alpha + (recency[i] as number))
    sum += (weight[i] as number) * (byCount.common + logSum(alive, left))
  }
  return sum
}

type CountTerms = { frequency: number; common: number; left: number }

function countTerms({ kind, r, alpha, a, b }: GeometricModel, frequency: number): CountTerms {
  const stayed = chances(kind, frequency)
  return {
    frequency,
    common: logRising(r, frequency) + r * Math.log(alpha) + logRising(b, stayed) - logRising(a + b, stayed),
    // Against staying at the last chance: B(a + 1, b + n − 1) / B(a, b + n), n chances
    left: stayed === 0 ? -Infinity : Math.log(a) - Math.log(b + stayed - 1),
  }
}

/** The chance that the guest has not left for good. */
export function geometricAlive(model: GeometricModel, { frequency, recency, age }: GuestSummary): number {
  const { left } = countTerms(model, frequency)
  if (left === -Infinity) return 1
  const { r, alpha } = model
  return 1 / (1 + Math.exp(left + (r + frequency) * (Math.log(alpha + age) - Math.log(alpha + recency))))
}

/** Repeat visits expected within `time` from now; 0 or more. */
export function geometricExpected(model: GeometricModel, guest: GuestSummary, time: number): number {
  const { r, alpha, a, b, kind } = model
  const { frequency } = guest
  const alive = geometricAlive(model, guest)
  return alive * visitsWhileAlive(r + frequency, alpha + guest.age, a, b + chances(kind, frequency), time)
}

/** Repeat visits expected of a new guest within `time` after the first visit. */
export function geometricExpectedOfNew({ kind, r, alpha, a, b }: GeometricModel, time: number): number {
  if (kind === 'bg-nbd') return visitsWhileAlive(r, alpha, a, b, time)
  return (b / (a + b)) * visitsWhileAlive(r, alpha, a, b + 1, time)
}

/** The series is taken where it converges within some hundred terms and loses no more than three digits. */
function seriesHolds(first: number, less: number, log: number): boolean {
  return first >= -8 && log > -4 && Math.abs(less * log) < 300
}

/**
 * Visits within `time` of someone alive, with rate ~ gamma(shape, 1 / scale) and chance p of leaving ~ beta(a, b):
 * E[(1 − e^(−λ p t)) / p]. The published form, c / (a − 1) · [1 − (1 − z)^shape ₂F₁(shape, b; c; z)] with c = a + b − 1 and
 * z = t / (scale + t), after Euler's transformation, and with a − 1 and c divided out term by term: at a = 1 and
 * at a + b = 1 it has a value as anywhere else, and a guest with 500 visits overflows nothing.
 */
export function visitsWhileAlive(shape: number, scale: number, a: number, b: number, time: number): number {
  if (time <= 0) return 0
  const c = a + b - 1
  const first = c - shape
  const log = -Math.log1p(time / scale)
  const less = a - 1
  if (!seriesHolds(first, less, log)) return visitsByIntegral(shape, a, b, time / scale)
  const plain = less === 0 ? -log : -Math.expm1(less * log) / less
  return c * plain - Math.exp(less * log) * restOfSeries(first, a, c, -Math.expm1(log))
}

const EPSILON = 1e-16

/** Σ (first)ₙ (a)ₙ₋₁ / ((c + 1)ₙ₋₁ n!) zⁿ from n = 1. */
function restOfSeries(first: number, a: number, c: number, z: number): number {
  let term = first * z
  let sum = term
  for (let n = 1; ; n++) {
    const ratio = (((first + n) * (a + n - 1)) / ((c + n) * (n + 1))) * z
    term *= ratio
    sum += term
    // What is left is at most geometric with the larger of this ratio and its limit z
    const most = Math.max(Math.abs(ratio), z)
    if (most < 1 && Math.abs(term) * most <= EPSILON * (1 - most) * Math.abs(sum)) return sum
  }
}

/** Beyond e^−42 of its highest the density adds nothing to a double. */
const NOTHING = 42

/**
 * The same average over p by the trapezoid rule in y = ln(p / (1 − p)), where beta's density is smooth and has one
 * peak: right for any parameters, some hundred times slower than the series.
 */
function visitsByIntegral(shape: number, a: number, b: number, until: number): number {
  const peak = Math.log(a / b)
  const height = a * peak - (a + b) * softPlus(peak)
  const width = Math.sqrt(1 / a + 1 / b)
  const step = Math.min(0.4, width / 2)
  let mass = 0
  let sum = 0
  const add = (y: number): boolean => {
    const density = Math.exp(a * y - (a + b) * softPlus(y) - height)
    const p = Math.exp(-softPlus(-y))
    const visits = p * until < 1e-9 ? shape * until : -Math.expm1(-shape * Math.log1p(p * until)) / p
    mass += density
    sum += density * visits
    return density > Math.exp(-NOTHING)
  }
  for (let y = peak; add(y); ) y += step
  for (let y = peak - step; add(y); ) y -= step
  return sum / mass
}

/** ln (1 + eˣ) without overflow. */
function softPlus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}
