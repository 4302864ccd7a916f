import type { GuestsAhead } from '../future/guests-ahead.ts'
import type { LeftOut, Past } from '../future/past.ts'
import { longerShare, overdueOf, ownInterval, type Rhythm } from './rhythm.ts'
import { type LeavingLevel, type LevelsFrom, levelOf, riskOf } from './risk.ts'

/** A guest whose next stay is due, and how likely it is that it does not come. */
export type Leaving = {
  /** Row of the past. */
  row: number
  level: LeavingLevel
  risk: number
  interval: number
  overdue: number
  longer: number
  alive: number | null
  /** What a year of the guest would be worth if they came on as before, times the risk; minor units. */
  atRisk: number
}

const DAYS_OF_YEAR = 365.25

/**
 * Everybody who is due, one by one in the order of the past. Not: who is left out, in house, or has a booking to come. What is at
 * risk is the value expected of a guest who is still alive (expected value ÷ P(alive)), or stays at the own interval where there
 * is no model, times the risk.
 */
export function* judgeLeaving(
  past: Past,
  { rows: out }: LeftOut,
  ahead: GuestsAhead,
  rhythm: Rhythm,
  levels: LevelsFrom,
): Generator<Leaving> {
  for (let row = 0; row < past.count; row++) {
    if (out[row] === 1 || past.awaited[row] === 1) continue
    const overdue = overdueOf(past, row, rhythm.median)
    const longer = longerShare(rhythm, overdue)
    const known = ahead.alive[row] as number
    const alive = Number.isNaN(known) ? null : known
    const risk = riskOf(alive, longer)
    const level = levelOf(overdue, risk, levels)
    if (level === null) continue
    const interval = ownInterval(past, row, rhythm.median)
    yield {
      row,
      level,
      risk,
      interval,
      overdue,
      longer,
      alive,
      atRisk: risk * yearOf(ahead, row, interval),
    }
  }
}

function yearOf(ahead: GuestsAhead, row: number, interval: number): number {
  const alive = ahead.alive[row] as number
  const worth = ahead.spending[row] as number
  if (Number.isNaN(worth)) return 0
  if (Number.isNaN(alive)) return (DAYS_OF_YEAR / interval) * worth
  return alive > 0 ? (ahead.value12[row] as number) / alive : 0
}
