import type { History } from '../facts/history.ts'
import { fitGuests } from '../future/fit-guests.ts'
import { aliveChances } from '../future/guests-ahead.ts'
import type { VisitModelKind } from '../future/model.ts'
import { arrivalsWithin, leftOutOf, type Past, pastOf } from '../future/past.ts'
import { auc } from '../learn/measures.ts'
import { longerShare, overdueOf, type Rhythm, rhythmOf } from './rhythm.ts'
import { type LeavingLevel, type LevelsFrom, leavingLevels, levelOf, riskOf } from './risk.ts'

/** Of those whom a rule flagged, how many left (precision); of those who left, how many it flagged (recall). */
export type Hits = {
  flagged: number
  right: number
  precision: number | null
  recall: number | null
  /** Precision over the share of leavers among all who were asked about. */
  lift: number | null
  /** The chance that a leaver has the greater score than one who came again; null where there is only one kind. */
  auc: number | null
}

export type BackTestMonth = {
  day: number
  guests: number
  leavers: number
  rule: Hits
  naive: Hits
  naiveDays: number | null
}

export type BackTest = {
  months: BackTestMonth[]
  all: { guests: number; leavers: number; rule: Hits; naive: Hits }
  definition: { horizonDays: number; level: LeavingLevel; fewestStays: number }
}

export const backTestMonths = 12
/** Left: no stay began within a year; half a year where the store does not go back far enough for that. */
const horizons = [365, 182] as const
const DAYS_OF_MONTH = 365.25 / 12
/** Twelve fits: more rows change the third digit of a parameter. */
const MOST_ROWS = 30_000
const FEWEST_GUESTS = 30
const flagFrom: LeavingLevel = 'leaving'
/** A guest with one stay has no rhythm that could be broken. */
const FEWEST_STAYS = 2

export type BackTestOptions = {
  kind: VisitModelKind
  levels: LevelsFrom
  pulse?: (done: number, total: number) => void
}

/**
 * As of twelve earlier months, with nothing that was known only later: who was flagged, and who then left. Beside it the rule
 * without a model: as many guests, those whose last stay is longest ago. Null where no horizon leaves enough behind.
 */
export function backTest(history: History, day: number, options: BackTestOptions): BackTest | null {
  for (const horizon of horizons) {
    const result = testOver(history, day, horizon, options)
    if (result) return result
  }
  return null
}

function testOver(history: History, day: number, horizon: number, options: BackTestOptions): BackTest | null {
  const months: BackTestMonth[] = []
  for (let m = 0; m < backTestMonths; m++) {
    const asOf = day - horizon - Math.round((backTestMonths - 1 - m) * DAYS_OF_MONTH)
    const asked = askedOn(history, asOf, { ...options, pulse: () => options.pulse?.(m, backTestMonths) })
    if (!asked || asked.rows.length < FEWEST_GUESTS) return null
    const left = Uint8Array.from(asked.rows, (i) => {
      const arrivals = arrivalsWithin(history, asked.past.place[i] as number, day, asOf, asOf + horizon)
      return arrivals.length === 0 ? 1 : 0
    })
    months.push(monthOf(asked, left))
  }
  const guests = months.reduce((sum, month) => sum + month.guests, 0)
  const leavers = months.reduce((sum, month) => sum + month.leavers, 0)
  return {
    months,
    all: { guests, leavers, rule: together(months, 'rule'), naive: together(months, 'naive') },
    definition: { horizonDays: horizon, level: flagFrom, fewestStays: FEWEST_STAYS },
  }
}

/** All months; the order (auc) is their mean, because risks of two months are not compared. */
function together(months: readonly BackTestMonth[], of: 'rule' | 'naive'): Hits {
  const sum = (pick: (month: BackTestMonth) => number) => months.reduce((all, month) => all + pick(month), 0)
  const ordered = months.flatMap((month) => month[of].auc ?? [])
  return hitsOf(
    sum((month) => month[of].flagged),
    sum((month) => month[of].right),
    sum(({ guests }) => guests),
    sum(({ leavers }) => leavers),
    ordered.length > 0 ? ordered.reduce((all, one) => all + one, 0) / ordered.length : null,
  )
}

type Asked = {
  past: Past
  rows: Int32Array
  risks: Float64Array
  /** 1: flagged. */
  flags: Uint8Array
  /** Since the departure of the last stay. */
  days: Float64Array
}

/** Guests with a rhythm and nothing to come, with their risk as it was seen then; null where there is no rhythm. */
function askedOn(
  history: History,
  day: number,
  { kind, levels, pulse = () => undefined }: BackTestOptions,
): Asked | null {
  const past = pastOf(history, day, () => pulse(0, 1))
  const out = leftOutOf(history, past)
  const rhythm = rhythmOf(past, out)
  if (!rhythm) return null
  const alive = aliveChances(
    past,
    fitGuests(past, out, { kind, mostRows: MOST_ROWS, visitsOnly: true, pulse: () => pulse(0, 1) }),
  )
  const isAsked = (i: number) =>
    out.rows[i] === 0 && past.awaited[i] === 0 && (past.stays[i] as number) >= FEWEST_STAYS
  const rows = Int32Array.from(past.stays.keys()).filter(isAsked)
  const risks = Float64Array.from(rows, (i) => riskAt(past, i, alive, rhythm))
  return {
    past,
    rows,
    risks,
    flags: Uint8Array.from(rows, (i, k) => (isFlagged(past, i, rhythm, risks[k] as number, levels) ? 1 : 0)),
    days: Float64Array.from(rows, (i) => day - (past.end[i] as number)),
  }
}

function riskAt(past: Past, row: number, alive: Float64Array, rhythm: Rhythm): number {
  const chance = alive[row] as number
  const longer = longerShare(rhythm, overdueOf(past, row, rhythm.median))
  return riskOf(Number.isNaN(chance) ? null : chance, longer)
}

function isFlagged(past: Past, row: number, rhythm: Rhythm, risk: number, levels: LevelsFrom): boolean {
  const level = levelOf(overdueOf(past, row, rhythm.median), risk, levels)
  return level !== null && leavingLevels.indexOf(level) >= leavingLevels.indexOf(flagFrom)
}

function monthOf({ past, risks, flags, days }: Asked, left: Uint8Array): BackTestMonth {
  const count = (values: Uint8Array) => values.reduce((sum, one) => sum + one, 0)
  const leavers = count(left)
  const flagged = count(flags)
  const hits = (right: number, scores: Float64Array) =>
    hitsOf(flagged, right, left.length, leavers, finite(auc(scores, left)))
  // As many by the days since the last stay alone, so that the two are compared at the same effort
  const byDays = Int32Array.from(days.keys()).sort(
    (a, b) => (days[b] as number) - (days[a] as number) || a - b,
  )
  const taken = byDays.subarray(0, flagged)
  const last = taken.at(-1)
  return {
    day: past.day,
    guests: left.length,
    leavers,
    rule: hits(count(left.filter((_, k) => flags[k] === 1)), risks),
    naive: hits(count(Uint8Array.from(taken, (k) => left[k] as number)), days),
    naiveDays: last === undefined ? null : (days[last] as number),
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null)

function hitsOf(flagged: number, right: number, guests: number, leavers: number, order: number | null): Hits {
  const precision = flagged > 0 ? right / flagged : null
  return {
    flagged,
    right,
    precision,
    recall: leavers > 0 ? right / leavers : null,
    lift: precision === null || leavers === 0 ? null : precision / (leavers / guests),
    auc: order,
  }
}
