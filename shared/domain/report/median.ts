/** How often each number was counted. */
export type Counts = ReadonlyMap<number, number>

/** How often each of these numbers is there. */
export function countNumbers(numbers: readonly number[]): Counts {
  const counts = new Map<number, number>()
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

/** The number in the middle; of an even count the mean of the two there. Null where nothing was counted. */
export function medianOf(counts: Counts): number | null {
  const sorted = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (all === 0) return null
  const at = (place: number): number => {
    let passed = 0
    for (const [value, count] of sorted) {
      passed += count
      if (place < passed) return value
    }
    throw new Error(`there are not ${place} numbers`)
  }
  return (at(Math.floor((all - 1) / 2)) + at(Math.floor(all / 2))) / 2
}

/** Counts of several groups together. */
export function addCounts(to: Map<number, number>, counts: Counts): void {
  for (const [value, count] of counts) to.set(value, (to.get(value) ?? 0) + count)
}
