/**
 * Cuts a whole number into whole parts in proportion to weights, so that the parts are exactly the whole: each gets its share
 * rounded down, and what is left goes to the largest remainders, the earlier first. A negative whole is the mirror of the
 * positive one. Weights are whole and not negative; null where all are zero.
 */
export function shareOut(total: number, weights: readonly number[]): number[] | null {
  // Whole numbers all through: minor units times minor units are beyond what a float keeps
  const whole = BigInt(Math.abs(total))
  const parts = weights.map((weight) => BigInt(weight))
  const sum = parts.reduce((a, b) => a + b, 0n)
  if (sum <= 0n) return null
  const shares = parts.map((weight, at) => ({
    at,
    floor: Number((whole * weight) / sum),
    rest: (whole * weight) % sum,
  }))
  const result = shares.map(({ floor }) => floor)
  const left = Math.abs(total) - result.reduce((a, b) => a + b, 0)
  const byRest = shares.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  for (const { at } of byRest.slice(0, left)) result[at] = (result[at] ?? 0) + 1
  // 0 - part, not -part: a share of nothing is 0, never -0
  return total < 0 ? result.map((part) => 0 - part) : result
}
