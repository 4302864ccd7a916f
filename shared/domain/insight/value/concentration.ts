import { NO_CLASS } from './classes.ts'

/** Up to which share of all revenue the classes high and middle go: 0.8 and 0.95 by default (80/20, ABC analysis). */
export type ValueShares = { high: number; middle: number }

export type Concentration = {
  guests: number
  revenue: number
  /** At each whole per cent of guests, best first, the share of revenue that they bring: 101 values from 0 to 1. */
  curve: number[]
  /** The least share of guests that brings half of the revenue, and 80 % of it. */
  guestsForHalf: number
  guestsForEighty: number
  /** Least revenue of a guest of the class; null where no guest is in it. */
  leastHigh: number | null
  leastMiddle: number | null
}

/**
 * How revenue is spread over guests (Lorenz's curve read from the best one down). Null where there is no revenue at all:
 * nothing can be said of shares then.
 */
export function concentrationOf(revenue: ArrayLike<number>, shares: ValueShares): Concentration | null {
  const guests = revenue.length
  const sorted = Float64Array.from(revenue).sort().reverse()
  const sums = new Float64Array(guests + 1)
  for (let i = 0; i < guests; i++) sums[i + 1] = (sums[i] as number) + (sorted[i] as number)
  const total = sums[guests] as number
  if (!(total > 0)) return null
  const curve = Array.from({ length: 101 }, (_, percent) => {
    const best = Math.round((guests * percent) / 100)
    return (sums[best] as number) / total
  })
  return {
    guests,
    revenue: total,
    curve,
    guestsForHalf: guestsFor(sums, total, 0.5) / guests,
    guestsForEighty: guestsFor(sums, total, 0.8) / guests,
    ...leastOf(sorted, sums, total, shares),
  }
}

/** How many of the best bring at least this share. */
function guestsFor(sums: Float64Array, total: number, share: number): number {
  let count = 0
  while ((sums[count] as number) < share * total) count += 1
  return count
}

/**
 * A guest is high while those who bring more do not yet bring the share together; who brings as much as another is in the
 * same class. A guest who brought nothing is low.
 */
function leastOf(sorted: Float64Array, sums: Float64Array, total: number, shares: ValueShares) {
  const least = (share: number) => {
    let last: number | null = null
    for (let i = 0; i < sorted.length && (sums[i] as number) < share * total; i++) {
      if ((sorted[i] as number) > 0) last = sorted[i] as number
    }
    return last
  }
  const leastHigh = least(shares.high)
  const leastMiddle = least(shares.middle)
  return { leastHigh, leastMiddle: leastMiddle === leastHigh ? null : leastMiddle }
}

/** Places in `valueClasses` plus 1; all low where nothing was brought. */
export function valueClassOf(revenue: number, spread: Concentration | null): number {
  if (Number.isNaN(revenue)) return NO_CLASS
  if (!spread || revenue <= 0) return 3
  if (spread.leastHigh !== null && revenue >= spread.leastHigh) return 1
  if (spread.leastMiddle !== null && revenue >= spread.leastMiddle) return 2
  return 3
}
