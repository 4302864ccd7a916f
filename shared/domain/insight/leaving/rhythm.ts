import type { LeftOut, Past } from '../future/past.ts'

/**
 * A guest's own rhythm. The own interval is the mean of the own gaps (arrival to arrival) and of the hotel's median gap, which
 * counts as one gap more: (own₁ + … + ownₙ + hotel) / (n + 1). One gap alone says little of a rhythm, ten say nearly
 * all; a guest with a single stay has the hotel's. `overdue` is the time since the last arrival in own intervals.
 */
export type Rhythm = {
  /** The hotel's median gap in days. */
  median: number
  /** Gaps of all guests, each in the own intervals of its guest; ascending. */
  ratios: Float64Array
}

/** Below so many gaps the hotel has no rhythm that anything could be told from. */
export const fewestGaps = 20

/** How many gaps there are to tell a rhythm from: those of an agency that is left out are none. */
export function countGaps({ count, gapsFrom }: Past, { rows: out }: LeftOut): number {
  let gaps = 0
  for (let i = 0; i < count; i++)
    if (out[i] !== 1) gaps += (gapsFrom[i + 1] as number) - (gapsFrom[i] as number)
  return gaps
}

/** The hotel's gaps, or null where there are too few. */
export function rhythmOf(past: Past, { rows: out }: LeftOut): Rhythm | null {
  const gaps: number[] = []
  const each = (act: (row: number, gap: number) => void) => {
    for (let i = 0; i < past.count; i++) {
      if (out[i] === 1) continue
      for (let k = past.gapsFrom[i] as number; k < (past.gapsFrom[i + 1] as number); k++)
        act(i, past.gaps[k] as number)
    }
  }
  each((_, gap) => gaps.push(gap))
  if (gaps.length < fewestGaps) return null
  const sorted = Int32Array.from(gaps).sort()
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
  const ratios = new Float64Array(gaps.length)
  let at = 0
  each((i, gap) => {
    ratios[at++] = gap / ownInterval(past, i, median)
  })
  return { median, ratios: ratios.sort() }
}

export function ownInterval(past: Past, row: number, median: number): number {
  const own = (past.stays[row] as number) - 1
  const span = (past.last[row] as number) - (past.first[row] as number)
  return (span + median) / (own + 1)
}

/** Time since the last arrival in own intervals. */
export function overdueOf(past: Past, row: number, median: number): number {
  return (past.day - (past.last[row] as number)) / ownInterval(past, row, median)
}

/**
 * The share of the hotel's gaps that were at least this long, in own intervals, and still ended in a return; half a gap is
 * added so that nobody is lost beyond all doubt.
 */
export function longerShare({ ratios }: Rhythm, overdue: number): number {
  let low = 0
  let high = ratios.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ratios[middle] as number) < overdue) low = middle + 1
    else high = middle
  }
  return (ratios.length - low + 0.5) / (ratios.length + 1)
}
