import type { History } from './history.ts'
import { DAYS_OF_YEAR } from './visits.ts'

/** Where no day to come changes anything. */
export const NEVER = 2 ** 31 - 1

/**
 * The first day after `day` that changes a fact of a guest although nothing is written: a stay that begins or ends, one that leaves
 * the last twelve months, a tier that begins. What counts up to the day itself (days since, age) is left out. It may name a day
 * that changes nothing after all.
 */
export function nextDayOf(history: History, g: number, day: number): number {
  const { guests, from, bookings, requests, later, felt, preferences, tiers } = history
  let next = NEVER
  const look = (on: number) => {
    if (on > day && on < next) next = on
  }
  look(guests.createdOn[g] as number)
  const end = from[g + 1] as number
  for (let b = from[g] as number; b < end; b++) {
    const departure = bookings.departure[b] as number
    look(bookings.createdOn[b] as number)
    look(bookings.arrival[b] as number)
    look(departure)
    look(departure + DAYS_OF_YEAR)
    look(departure + 2 * DAYS_OF_YEAR)
    look(bookings.cancelledOn[b] as number)
    for (let l = later.from[b] as number; l < (later.from[b + 1] as number); l++) look(later.on[l] as number)
    for (let r = requests.from[b] as number; r < (requests.from[b + 1] as number); r++) {
      look(requests.createdOn[r] as number)
      look(requests.declinedOn[r] as number)
    }
  }
  for (let f = felt.from[g] as number; f < (felt.from[g + 1] as number); f++) {
    look(felt.waitedOn[f] as number)
    look(felt.markedOn[f] as number)
  }
  for (let p = preferences.from[g] as number; p < (preferences.from[g + 1] as number); p++)
    look(preferences.notedOn[p] as number)
  for (let t = tiers.from[g] as number; t < (tiers.from[g + 1] as number); t++) look(tiers.since[t] as number)
  return next
}
