import type { SharedFacts } from './catalogue.ts'
import type { History } from './history.ts'
import { statusOn, thenCompleted } from './known-then.ts'

/** What a stay brought: in all, and of it what is not of the room. */
export type StayRevenue = { total: number; other: number }

/**
 * Total revenue of a completed booking as known at the end of a day, in minor units without tax: by the ledger where its nights
 * were posted, else room revenue as booked and what else was posted. What was posted after the departure counts from its
 * business date on. Writes into `into`: the columns of a million bookings make no object each.
 */
export function revenueOn(
  { bookings, later }: History,
  b: number,
  day: number,
  into: StayRevenue,
): StayRevenue {
  into.total = bookings.revenue[b] as number
  into.other = bookings.other[b] as number
  for (let at = later.from[b] as number; at < (later.from[b + 1] as number); at++) {
    if ((later.on[at] as number) > day) continue
    into.total += later.total[at] as number
    into.other += later.other[at] as number
  }
  return into
}

/** Total revenue alone. */
export function totalOn(history: History, b: number, day: number): number {
  return revenueOn(history, b, day, one).total
}

const one: StayRevenue = { total: 0, other: 0 }

/** Completed bookings of the guests of some facts who may be judged, and how many of them have their revenue from the ledger. */
export function countPosted(
  { guests, bookings, from }: History,
  { day, place, count }: Pick<SharedFacts, 'day' | 'place' | 'count'>,
): { bookings: number; posted: number } {
  let completed = 0
  let posted = 0
  for (let row = 0; row < count; row++) {
    const g = place[row] as number
    if (guests.excluded[g] === 1) continue
    for (let b = from[g] as number; b < (from[g + 1] as number); b++) {
      if (statusOn(bookings, b, day) !== thenCompleted) continue
      completed += 1
      posted += bookings.byLedger[b] as number
    }
  }
  return { bookings: completed, posted }
}
