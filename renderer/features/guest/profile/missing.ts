import { addDays, type BusinessDate } from '#shared/values/index.ts'

/** A period is half-open; people read its last day: a calendar year ends on 31 December. */
export function lastDayOf({ to }: { from: BusinessDate; to: BusinessDate }): BusinessDate {
  return addDays(to, -1)
}

type Counter = 'nights' | 'stays' | 'spend' | 'points'
export type Need = { counter: Counter; have: number; need: number; missing: number }

/** Share of a way that is behind one: the mean of its counters, each at most whole. 0…1. */
export function wayDone(way: readonly Need[]): number {
  if (way.length === 0) return 1
  const shares = way.map(({ have, need }) => (need <= 0 ? 1 : Math.min(1, Math.max(0, have / need))))
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

/** The ways to a tier, the nearest first; what is fulfilled in a way is left out of it. */
export function nearestFirst(ways: readonly (readonly Need[])[]): Need[][] {
  return ways
    .map((way) => [...way])
    .sort((a, b) => wayDone(b) - wayDone(a))
    .map((way) => {
      const left = way.filter(({ missing }) => missing > 0)
      return left.length > 0 ? left : way
    })
}

/** Nothing is missing in one of the ways. */
export function isReached(ways: readonly (readonly Need[])[]): boolean {
  return ways.some((way) => way.every(({ missing }) => missing <= 0))
}
