import { inOnePiece } from '../facts/one-piece.ts'
import { longerShare, overdueOf, ownInterval, type Rhythm } from '../leaving/rhythm.ts'
import { type Ahead, aheadOf, WEEKS_OF_YEAR } from './discount.ts'
import type { FittedGroup } from './fit-guests.ts'
import { expectedSpending } from './gamma-gamma.ts'
import { aliveChance, expectedVisits, type VisitModel } from './model.ts'
import type { Past } from './past.ts'
import { type Summaries, summaryAt } from './summary.ts'

/** How a guest's figures came about: by the model, by the own rhythm where no model could be fitted, or not at all. */
export const aheadWays = ['model', 'rhythm', 'none'] as const
export type AheadWay = (typeof aheadWays)[number]

/** One row per row of the past; NaN where nothing is said. Values are minor units, discounted. */
export type GuestsAhead = {
  way: Uint8Array
  alive: Float64Array
  expected12: Float64Array
  expected36: Float64Array
  /** What a stay of this guest is worth. */
  spending: Float64Array
  value12: Float64Array
  value36: Float64Array
}

const aheadColumns = {
  way: Uint8Array,
  expected12: Float64Array,
  expected36: Float64Array,
  spending: Float64Array,
  value12: Float64Array,
  value36: Float64Array,
} as const

export type AheadOptions = { rate: number; pulse?: (done: number, total: number) => void }

const PULSE_ROWS = 5000

/** Works out everybody's future; guests who are left out have no figures. */
export function guestsAhead(
  past: Past,
  groups: readonly FittedGroup[],
  rhythm: Rhythm | null,
  { rate, pulse = () => undefined }: AheadOptions,
): GuestsAhead {
  const { way, ...unknown } = inOnePiece(past.count, aheadColumns)
  for (const column of Object.values(unknown)) column.fill(Number.NaN)
  const all: GuestsAhead = {
    ...unknown,
    way: way.fill(aheadWays.indexOf('none')),
    alive: aliveChances(past, groups),
  }
  for (const group of groups) {
    const byRow = group.visits.ok ? modelRows(group.rows, group.visits.model, rate, pulse) : null
    group.members.forEach((i, m) => {
      const row = group.rowOf[m] as number
      const ahead = byRow ? byRow[row] : rhythm && rhythmAhead(past, i, rhythm, rate)
      write(all, past, i, group, ahead ?? null)
      if (byRow) all.way[i] = aheadWays.indexOf('model')
    })
  }
  return all
}

/** P(alive) by row of the past; NaN for who is left out or has no model. */
export function aliveChances(past: Past, groups: readonly FittedGroup[]): Float64Array {
  const alive = new Float64Array(past.count).fill(Number.NaN)
  for (const { visits, rows, members, rowOf } of groups) {
    if (!visits.ok) continue
    const byRow = Float64Array.from(rows.weight, (_, k) => aliveChance(visits.model, summaryAt(rows, k)))
    members.forEach((i, m) => {
      alive[i] = byRow[rowOf[m] as number] as number
    })
  }
  return alive
}

function modelRows(
  rows: Summaries,
  model: VisitModel,
  rate: number,
  pulse: (done: number, total: number) => void,
): Ahead[] {
  const count = rows.weight.length
  const ahead: Ahead[] = []
  for (let k = 0; k < count; k++) {
    if (k % PULSE_ROWS === 0) pulse(k, count)
    const guest = summaryAt(rows, k)
    ahead.push(aheadOf((time) => expectedVisits(model, guest, time), WEEKS_OF_YEAR, rate))
  }
  return ahead
}

/**
 * Where there is no model: stays at the own interval, times the share of gaps that were this long and still ended in a
 * return. A guest with one stay has no rhythm, and nothing is said.
 */
function rhythmAhead(past: Past, row: number, rhythm: Rhythm, rate: number): Ahead | null {
  if ((past.stays[row] as number) < 2) return null
  const chance = longerShare(rhythm, overdueOf(past, row, rhythm.median))
  const stays = (chance * WEEKS_OF_YEAR * 7) / ownInterval(past, row, rhythm.median)
  return aheadOf((time) => stays * time, 1, rate)
}

function write(
  all: GuestsAhead,
  past: Past,
  i: number,
  { spending }: FittedGroup,
  ahead: Ahead | null,
): void {
  const stays = past.stays[i] as number
  const mean = (past.revenue[i] as number) / stays
  // Without a fit of the spending the own mean stands for itself
  const worth = spending.ok ? expectedSpending(spending.spending, mean > 0 ? stays : 0, mean) : mean
  all.spending[i] = worth
  if (!ahead) return
  all.way[i] = aheadWays.indexOf('rhythm')
  all.expected12[i] = ahead.expected12
  all.expected36[i] = ahead.expected36
  all.value12[i] = ahead.discounted12 * worth
  all.value36[i] = ahead.discounted36 * worth
}
