/**
 * Rooms, arrivals and cancellations to expect per day, from the hotel's own pace. The errors are those of forecasts as they would
 * have been made on a day of each of the last twelve weeks whose outcome is known, with what was known then; the weights of the
 * methods, and the interval, come from the twelve weeks whose outcome was known then.
 */
import { type Curve, type Curves, curvesOf, type PaceBookings, valueAt } from './curves.ts'
import { type ErrorFigures, errorsOf, quantileOf } from './errors.ts'
import { expectBy, type Method, methods, naively, outcomeOf, type Target, WEEKS } from './methods.ts'
import { smooth } from './smoothing.ts'
import { chooseWeights, type Trial, type Weights, weighted } from './weights.ts'

/** Days ahead that are judged together, by the first and the last of each. */
export const bands = [
  { from: 1, to: 7 },
  { from: 8, to: 14 },
  { from: 15, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
] as const
export type Band = (typeof bands)[number]

export const targetNames = ['rooms', 'arrivals', 'lost'] as const
export type TargetName = (typeof targetNames)[number]

/** What is expected, and between which values it came in four of five of the held-out days. */
export type Expected = { onBooks: number; value: number; low: number; high: number }
export type ForecastDay = { day: number } & Record<TargetName, Expected>

export type BandErrors = ErrorFigures & {
  target: TargetName
  band: Band
  /** Those that it uses now. */
  weights: Weights
  /** Held-out days that it was measured on. */
  days: number
  naive: ErrorFigures
  by: Record<Method, ErrorFigures>
  /** Share of these days that lay within the interval as it was then; 0.8 is meant. */
  within: number
}

/** `needed`: days since the first arrival that the nearest band needs. */
export type Forecast =
  | { enough: false; needed: number; have: number }
  | { enough: true; known: number; days: ForecastDay[]; errors: BandErrors[] }

/** A house that has just opened, or whose guests of the first days came over without their bookings, is no pattern. */
const SETTLING = 14
/** Weeks that errors are measured on, and weeks before them that weights are chosen on. */
const TRIALS = 12
const LOW = 0.1
const HIGH = 0.9

/** Days of history that a forecast so many days ahead needs: to learn from, to choose weights on, and to measure errors on. */
export function historyNeeded(ahead: number): number {
  return SETTLING + WEEKS * 7 + 2 * TRIALS * 7 + 3 * ahead
}

/**
 * Forecasts the days after `known`, up to `ahead` of them: nothing that happened after the end of that day is read. Days so far
 * ahead that the history is too short for them are left out. `rooms`: no more can be sold; null where it is not known.
 */
export function forecast(
  bookings: PaceBookings,
  { known, ahead, rooms }: { known: number; ahead: number; rooms: number | null },
): Forecast {
  const opened = firstArrival(bookings, known)
  const have = opened === null ? 0 : known - opened + 1
  const reached = bands.filter(({ to }) => have >= historyNeeded(to))
  const last = reached.at(-1)
  if (opened === null || !last) return { enough: false, needed: historyNeeded(bands[0].to), have }
  const first = opened + SETTLING
  const curves = curvesOf(bookings, { first, days: known + last.to + 1 - first, longest: last.to })
  const days: ForecastDay[] = []
  const errors: BandErrors[] = []
  const targets = {
    rooms: targetOf('rooms', curves, known),
    arrivals: targetOf('arrivals', curves, known),
    lost: targetOf('lost', curves, known),
  }
  for (const band of reached) {
    const lost = judge('lost', targets.lost, band, known)
    const arrivals = judge('arrivals', targets.arrivals, band, known, lost.staying)
    const sold = judge('rooms', targets.rooms, band, known)
    errors.push(sold.errors, arrivals.errors, lost.errors)
    for (let day = known + band.from; day <= known + Math.min(band.to, ahead); day++) {
      const by = (judged: Judged, most?: number | null) => expectDay(judged, known, day - known, most)
      const losing = by(lost)
      days.push({ day, rooms: by(sold, rooms), arrivals: withStaying(by(arrivals), losing), lost: losing })
    }
  }
  return { enough: true, known, days, errors }
}

function firstArrival({ count, arrival, created }: PaceBookings, known: number): number | null {
  let first = Number.POSITIVE_INFINITY
  for (let row = 0; row < count; row++)
    if ((created[row] as number) <= known) first = Math.min(first, arrival[row] as number)
  return first <= known ? first : null
}

function targetOf(name: TargetName, { rooms, arrivals, lost }: Curves, known: number): Target {
  if (name === 'lost') return { books: arrivals, outcome: lost, isPart: true, seasons: null, most: null }
  const curve = name === 'rooms' ? rooms : arrivals
  const outcomes = outcomesOf(curve, known)
  const seasons = smooth(outcomes, curve.first)
  return { books: curve, outcome: curve, isPart: false, seasons, most: mostSoFar(outcomes) }
}

function mostSoFar(outcomes: readonly number[]): Int32Array {
  const most = new Int32Array(outcomes.length)
  for (const [at, outcome] of outcomes.entries()) most[at] = Math.max(most[at - 1] ?? 0, outcome)
  return most
}

function outcomesOf(curve: Curve, known: number): number[] {
  return Array.from({ length: known - curve.first + 1 }, (_, at) => valueAt(curve, curve.first + at, 0))
}

/** `staying`: of each held-out day, what was on the books less what was expected to fall away of it. */
type Judged = { target: Target; errors: BandErrors; spread: Interval; staying: number[] }
type Interval = { low: number; high: number }

/**
 * The method of the day it was made on, against what came: errors are those of the way weights are chosen, too. `least`: of each
 * held-out day, what was sure to come by then.
 */
function judge(
  name: TargetName,
  target: Target,
  band: Band,
  known: number,
  least: readonly number[] = [],
): Judged {
  const apart = Math.ceil(band.to / 7)
  const weeks = Array.from({ length: 2 * TRIALS - 1 + apart }, (_, week) =>
    trialsOf(target, band, known - band.to - week * 7),
  )
  const first = known - band.to - (weeks.length - 1) * 7
  const allowed = allowedFor(name, target, first)
  const measured = Array.from({ length: TRIALS }, (_, week) => {
    const chosen = chooseFrom(weeks.slice(week + apart, week + apart + TRIALS).flat(), allowed)
    return (weeks[week] ?? []).map((trial) => ({
      ...trial,
      expected: weighted(trial.by, chosen.weights),
      spread: chosen.spread,
    }))
  })
    .flat()
    .map((trial, at) => ({ ...trial, expected: Math.max(trial.expected, least[at] ?? 0) }))
  const now = chooseFrom(weeks.slice(0, TRIALS).flat(), allowed)
  const came = measured.map((trial) => trial.came)
  const within = measured.filter(
    ({ expected, came: actual, spread: { low, high } }) =>
      actual - expected >= low && actual - expected <= high,
  )
  const errorsBy = (expectedOf: (trial: (typeof measured)[number]) => number) =>
    errorsOf(measured.map(expectedOf), came)
  return {
    target,
    errors: {
      target: name,
      band,
      weights: now.weights,
      days: measured.length,
      ...errorsBy(({ expected }) => expected),
      naive: errorsBy(({ naive }) => naive),
      by: Object.fromEntries(methods.map((method) => [method, errorsBy(({ by }) => by[method])])) as Record<
        Method,
        ErrorFigures
      >,
      within: within.length / measured.length,
    },
    spread: now.spread,
    staying: measured.map(({ booked, expected }) => booked - expected),
  }
}

/** Weights by trials whose outcomes are known, and how far those came from what was expected. */
function chooseFrom(
  trials: readonly Trial[],
  allowed: readonly Method[],
): { weights: Weights; spread: Interval } {
  const weights = chooseWeights(trials, allowed)
  const missed = trials.map(({ by, came }) => came - weighted(by, weights)).sort((a, b) => a - b)
  return { weights, spread: { low: quantileOf(missed, LOW), high: quantileOf(missed, HIGH) } }
}

/** The season says nothing of what falls away, and the year nothing before there are two of it. */
function allowedFor(name: TargetName, target: Target, firstTrial: number): Method[] {
  if (name === 'lost') return ['pickup', 'ratio']
  const hasYear = firstTrial - WEEKS * 7 - 364 >= target.outcome.first
  return hasYear ? [...methods] : ['pickup', 'ratio', 'season']
}

/** Forecasts of every day of a band, as they would have been made on a day. */
function trialsOf(target: Target, band: Band, known: number): (Trial & { naive: number; booked: number })[] {
  return Array.from({ length: band.to - band.from + 1 }, (_, at) => {
    const ahead = band.from + at
    return {
      by: expectBy(target, known, ahead),
      came: outcomeOf(target, known + ahead, ahead),
      naive: naively(target, known, ahead),
      booked: valueAt(target.books, known + ahead, ahead),
    }
  })
}

function expectDay(
  { target, spread, errors: { weights } }: Judged,
  known: number,
  ahead: number,
  most: number | null = null,
): Expected {
  const onBooks = valueAt(target.books, known + ahead, ahead)
  const expected = weighted(expectBy(target, known, ahead), weights)
  const highest = target.isPart ? onBooks : (most ?? Number.POSITIVE_INFINITY)
  const within = (value: number) => Math.min(Math.max(value, 0), highest)
  return {
    onBooks,
    value: within(expected),
    low: within(expected + spread.low),
    high: within(expected + spread.high),
  }
}

/** Who is on the books and does not fall away comes, whatever the season says: a party stands out of it. */
function withStaying(arrivals: Expected, lost: Expected): Expected {
  const { onBooks } = arrivals
  return {
    onBooks,
    value: Math.max(arrivals.value, onBooks - lost.value),
    low: Math.max(arrivals.low, onBooks - lost.high),
    high: Math.max(arrivals.high, onBooks - lost.low),
  }
}
