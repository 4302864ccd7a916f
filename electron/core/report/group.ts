import type { Cell } from '#shared/domain/report/result.ts'

/** What has one key, in the order in which the keys came. */
export function groupBy<T>(all: Iterable<T>, keyOf: (one: T) => Cell): { key: Cell; of: T[] }[] {
  return [...Map.groupBy(all, keyOf)].map(([key, of]) => ({ key, of }))
}

/** Different bookings of facts, in the order in which they came; at most `limit`. */
export function bookingsIn<I>(facts: Iterable<{ bookingId: I }>, limit: number): I[] {
  const found = new Set<I>()
  for (const { bookingId } of facts) {
    if (found.size >= limit) break
    found.add(bookingId)
  }
  return [...found]
}

/** The sum of numbers. */
export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
