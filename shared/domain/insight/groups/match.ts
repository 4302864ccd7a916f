import { squaredDistance } from './k-means.ts'

/** More clusters than this are not offered: nobody can tell them apart, and matching tries every order. */
export const maxClusters = 12

/**
 * Which cluster of the last run each of this one is: pairs of centres with the least sum of squared distances, each used
 * once. Answers the last run's place for each cluster, or −1 for one that is new. `centres` are row by row, in the same
 * units. Exact, by dynamic programming over sets (Held and Karp's way).
 */
export function matchClusters(centres: Float64Array, last: Float64Array, columns: number): number[] {
  const count = centres.length / columns
  const before = last.length / columns
  const pairs = Math.min(count, before)
  const cost = (a: number, b: number) => squaredDistance(centres, a * columns, last, b * columns, columns)
  // least[taken]: the least cost of the clusters so far, with the last run's places in `taken` given away
  let least = new Map<number, { sum: number; given: number[] }>([[0, { sum: 0, given: [] }]])
  for (let a = 0; a < count; a++) {
    const next = new Map<number, { sum: number; given: number[] }>()
    const keep = (taken: number, sum: number, given: number[]) => {
      const known = next.get(taken)
      if (!known || sum < known.sum) next.set(taken, { sum, given })
    }
    for (const [taken, { sum, given }] of least) {
      const mayBeNew = given.filter((place) => place < 0).length < count - pairs
      if (mayBeNew) keep(taken, sum, [...given, -1])
      for (let b = 0; b < before; b++)
        if ((taken & (1 << b)) === 0) keep(taken | (1 << b), sum + cost(a, b), [...given, b])
    }
    least = next
  }
  let best: { sum: number; given: number[] } | null = null
  for (const found of least.values()) if (!best || found.sum < best.sum) best = found
  return best?.given ?? []
}
