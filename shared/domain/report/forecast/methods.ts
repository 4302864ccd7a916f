/**
 * Ways to expect what a day will come to, as compared by Weatherford and Kimes (2003): two of pick-up, which begin with what is
 * on the books, and two of the season, which do not. Each reads what was known at the end of the day `known` only.
 */
import { type Curve, valueAt } from './curves.ts'
import { type Seasons, smoothedAt } from './smoothing.ts'

/**
 * `pickup`: on the books, plus what such days gained from there on. `ratio`: on the books, times the growth of such days.
 * `season`: exponential smoothing of what days came to, by weekday. `year`: the same weekday of last year, plus what recent days
 * are above theirs. `naive` is no method but what they are to be better than: the latest day of the same weekday.
 */
export const methods = ['pickup', 'ratio', 'season', 'year'] as const
export type Method = (typeof methods)[number]

/** A figure that is forecast: what it came to is `outcome` at 0 days ahead, or what fell away of `books`, which is `outcome` then. */
export type Target = {
  books: Curve
  outcome: Curve
  /** Whether it is a part of what is on the books that is asked for, not what they grow to. */
  isPart: boolean
  seasons: Seasons | null
  /** The most that it came to up to each day: no house sells more rooms than it has, whatever its pace says. */
  most: Int32Array | null
}

/** Such days: the same weekday of so many weeks before. */
export const WEEKS = 8
const YEAR = 364

/** What each method expects for a day that is `ahead` days after `known`. A method that can't answer takes the pick-up's answer. */
export function expectBy(target: Target, known: number, ahead: number): Record<Method, number> {
  const day = known + ahead
  const now = valueAt(target.books, day, ahead)
  let books = 0
  let outcome = 0
  const latest = latestPeer(known, ahead)
  for (let week = 0; week < WEEKS; week++) {
    books += valueAt(target.books, latest - week * 7, ahead)
    outcome += outcomeOf(target, latest - week * 7, ahead)
  }
  const gained = target.isPart ? outcome / WEEKS : now + (outcome - books) / WEEKS
  const ratio = books > 0 ? (now * outcome) / books : gained
  const season = target.seasons ? smoothedAt(target.seasons, known, day) : gained
  const most = Math.max(now, target.most?.[known - target.outcome.first] ?? now)
  const within = (value: number) => Math.min(Math.max(0, value), most)
  return {
    pickup: within(gained),
    ratio: within(ratio),
    season: within(season),
    year: within(byYear(target, known, ahead) ?? gained),
  }
}

/** What the latest day of the same weekday came to. */
export function naively(target: Target, known: number, ahead: number): number {
  return outcomeOf(target, latestPeer(known, ahead), ahead)
}

/** What a day came to; the part that was lost is counted from so many days ahead. */
export function outcomeOf({ outcome, isPart }: Target, day: number, ahead: number): number {
  return valueAt(outcome, day, isPart ? ahead : 0)
}

function latestPeer(known: number, ahead: number): number {
  return known + ahead - 7 * Math.ceil(ahead / 7)
}

function byYear(target: Target, known: number, ahead: number): number | null {
  const latest = latestPeer(known, ahead)
  const first = latest - (WEEKS - 1) * 7 - YEAR
  if (target.isPart || first < target.outcome.first) return null
  let change = 0
  for (let week = 0; week < WEEKS; week++) {
    const day = latest - week * 7
    change += outcomeOf(target, day, ahead) - outcomeOf(target, day - YEAR, ahead)
  }
  return outcomeOf(target, known + ahead - YEAR, ahead) + change / WEEKS
}
