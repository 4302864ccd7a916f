import type { History } from '../facts/history.ts'
import { auc } from '../learn/measures.ts'
import { DAYS_OF_WEEK } from './discount.ts'
import type { FitFailure } from './fit.ts'
import { type FitOptions, type FittedGroup, fitGuests } from './fit-guests.ts'
import { expectedVisits } from './model.ts'
import { arrivalsWithin, leftOutOf, type Past, pastOf } from './past.ts'
import { summaryAt } from './summary.ts'

export const DAYS_HELD_OUT = 365
const PERIODS = 12
/** The last bucket has this many stays and more. */
export const lastBucket = 8

export type HeldOut = {
  /** What was known at the end of this day was used, as a day number; the year after it was held out. */
  cut: number
  guests: number
  expected: number
  actual: number
  /** Twelve periods of equal length, each from this day on. */
  periods: { from: number; expected: number; actual: number }[]
  /** By stays at the cut: 1 to `lastBucket` and more. */
  buckets: { stays: number; guests: number; expected: number; actual: number }[]
  /**
   * How well guests who came within the year are told from those who did not: by what the model expects and by recency alone
   * (days since the last arrival). Also among those with two stays and more. Null where all or none came.
   */
  order: { model: number | null; recency: number | null }
  orderOfReturned: { model: number | null; recency: number | null }
}

/** Fits on what was known a year ago and compares with the year since. */
export function heldOutOf(
  history: History,
  day: number,
  options: FitOptions,
): { ok: true; heldOut: HeldOut } | { ok: false; failure: FitFailure } {
  const cut = day - DAYS_HELD_OUT
  const past = pastOf(history, cut)
  const groups = fitGuests(past, leftOutOf(history, past), { ...options, visitsOnly: true })
  for (const { visits } of groups) if (!visits.ok) return visits
  return { ok: true, heldOut: compare(history, past, groups, day, options.pulse) }
}

const periodDays = DAYS_HELD_OUT / PERIODS

function compare(
  history: History,
  past: Past,
  groups: readonly FittedGroup[],
  day: number,
  pulse: () => void = () => undefined,
): HeldOut {
  const periods = Array.from({ length: PERIODS }, (_, p) => ({
    from: past.day + 1 + Math.round(p * periodDays),
    expected: 0,
    actual: 0,
  }))
  const buckets = Array.from({ length: lastBucket }, (_, k) => ({
    stays: k + 1,
    guests: 0,
    expected: 0,
    actual: 0,
  }))
  const one = { expected: new Float64Array(past.count).fill(Number.NaN), came: new Uint8Array(past.count) }
  for (const group of groups) {
    const byRow = expectedByPeriod(group, periods, pulse)
    for (let m = 0; m < group.members.length; m++) {
      const i = group.members[m] as number
      const arrivals = arrivalsWithin(history, past.place[i] as number, day, past.day, day)
      const expected = byRow[group.rowOf[m] as number] as number
      one.expected[i] = expected
      one.came[i] = arrivals.length > 0 ? 1 : 0
      const bucket = buckets[Math.min(past.stays[i] as number, lastBucket) - 1]
      if (!bucket) continue
      bucket.guests += 1
      bucket.expected += expected
      bucket.actual += arrivals.length
      for (const arrival of arrivals) {
        const period = periods.findLast(({ from }) => from <= arrival)
        if (period) period.actual += 1
      }
    }
  }
  const sum = (of: 'expected' | 'actual' | 'guests') => buckets.reduce((all, bucket) => all + bucket[of], 0)
  return {
    cut: past.day,
    guests: sum('guests'),
    expected: sum('expected'),
    actual: sum('actual'),
    periods,
    buckets,
    order: orderOf(past, one, 1),
    orderOfReturned: orderOf(past, one, 2),
  }
}

/** Adds what all rows expect in each period, and answers with what a guest of each row is expected in the year. */
function expectedByPeriod(
  { rows, visits }: FittedGroup,
  periods: { expected: number }[],
  pulse: () => void,
): Float64Array {
  const byRow = new Float64Array(rows.weight.length)
  if (!visits.ok) return byRow
  for (let k = 0; k < byRow.length; k++) {
    if (k % 2000 === 0) pulse()
    const guest = summaryAt(rows, k)
    let before = 0
    periods.forEach((period, p) => {
      const until = expectedVisits(visits.model, guest, ((p + 1) * periodDays) / DAYS_OF_WEEK)
      period.expected += (until - before) * (rows.weight[k] as number)
      before = until
    })
    byRow[k] = before
  }
  return byRow
}

function orderOf(past: Past, one: { expected: Float64Array; came: Uint8Array }, fewestStays: number) {
  const scores: number[] = []
  const recency: number[] = []
  const came: number[] = []
  for (let i = 0; i < past.count; i++) {
    if ((past.stays[i] as number) < fewestStays || Number.isNaN(one.expected[i])) continue
    scores.push(one.expected[i] as number)
    recency.push(past.last[i] as number)
    came.push(one.came[i] as number)
  }
  const share = (values: number[]) => {
    const value = auc(Float64Array.from(values), Uint8Array.from(came))
    return Number.isFinite(value) ? value : null
  }
  return { model: share(scores), recency: share(recency) }
}
