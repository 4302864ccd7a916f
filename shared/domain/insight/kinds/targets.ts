/**
 * What a manager may ask about guests: who will meet it within the twelve months after a day. Each target says whom it is about
 * and what counts, both from the bookings as they stood at the end of those months.
 */
import { mealsWithBreakfast } from '../facts/facts-as-of.ts'
import type { BookingColumns, History } from '../facts/history.ts'
import {
  statusOn,
  thenCancelled,
  thenCompleted,
  thenInHouse,
  thenOpen,
  thenUnknown,
} from '../facts/known-then.ts'
import { totalOn } from '../facts/revenue.ts'
import { DAYS_OF_YEAR } from '../facts/visits.ts'

export const treeTargets = ['comesBack12', 'highValue', 'breakfast', 'cancels', 'longStay', 'direct'] as const
export type TreeTarget = (typeof treeTargets)[number]

/** The one that every refresh asks; the others are asked when a manager picks them. */
export const standingTarget: TreeTarget = 'comesBack12'

/** Days that a target looks ahead. */
export const TARGET_DAYS = 365
export const LONG_STAY_NIGHTS = 5
/** High value: among the best so many of a hundred guests with revenue. */
export const HIGH_VALUE_SHARE = 0.2

/** Guests that a target is about, by their places in the history, and whether each meets it. */
export interface Outcome {
  places: Uint32Array
  target: Uint8Array
}

/** What a guest did in the months after the day. */
interface Ahead {
  /** Came: a stay began after the day and within the months. */
  came: boolean
  /** The first stay among them. */
  first: number
  revenue: number
  /** Made a booking after the day, by the end. */
  booked: boolean
  cancelled: boolean
  longStay: boolean
}

/**
 * What happened in the twelve months after a day. Guests left out of automated judgement (`excluded`) are not in it.
 * `highCut` is the least revenue that counts as high, in minor units.
 */
export function outcomeOf(target: TreeTarget, history: History, day: number, highCut: number): Outcome {
  const { guests, bookings, words } = history
  const places = new Uint32Array(guests.id.length)
  const met = new Uint8Array(guests.id.length)
  const breakfast = mealsWithBreakfast(history)
  const direct = words.channel.map((channel) => channel === 'direct')
  let count = 0
  for (let place = 0; place < guests.id.length; place++) {
    if (!isAsked(target, history, place, day)) continue
    const ahead = lookAhead(history, place, day)
    if (!isAbout(target, ahead)) continue
    places[count] = place
    met[count++] = meets(target, ahead, bookings, { breakfast, direct, highCut }) ? 1 : 0
  }
  return { places: places.slice(0, count), target: met.slice(0, count) }
}

/** Places of the guests that a target is asked of on a day: who has stayed by then; of who cancels, who has booked. */
export function placesAsked(target: TreeTarget, history: History, day: number): Uint32Array {
  return Uint32Array.from(history.guests.id.keys()).filter((place) => isAsked(target, history, place, day))
}

function isAsked(target: TreeTarget, { guests, bookings, from }: History, place: number, day: number) {
  if (guests.excluded[place]) return false
  for (let b = from[place]!; b < from[place + 1]!; b++) {
    const then = statusOn(bookings, b, day)
    if (then === thenCompleted) return true
    if (target === 'cancels' && then !== thenUnknown && then !== thenOpen) return true
  }
  return false
}

/** Breakfast, a long stay, a direct booking are asked of those who come; cancelling of those who book. */
function isAbout(target: TreeTarget, { came, booked }: Ahead): boolean {
  if (target === 'comesBack12' || target === 'highValue') return true
  return target === 'cancels' ? booked : came
}

function meets(
  target: TreeTarget,
  ahead: Ahead,
  bookings: BookingColumns,
  { breakfast, direct, highCut }: { breakfast: boolean[]; direct: boolean[]; highCut: number },
): boolean {
  switch (target) {
    case 'comesBack12':
      return ahead.came
    case 'highValue':
      return ahead.revenue >= highCut
    case 'breakfast':
      return breakfast[bookings.meal[ahead.first]!]!
    case 'direct':
      return direct[bookings.channel[ahead.first]!]!
    case 'cancels':
      return ahead.cancelled
    case 'longStay':
      return ahead.longStay
  }
}

/** From what was known at the end of the months. */
function lookAhead(history: History, guest: number, day: number): Ahead {
  const { bookings, from } = history
  const end = day + TARGET_DAYS
  const ahead: Ahead = {
    came: false,
    first: -1,
    revenue: 0,
    booked: false,
    cancelled: false,
    longStay: false,
  }
  for (let b = from[guest]!; b < from[guest + 1]!; b++) {
    const then = statusOn(bookings, b, end)
    if (then === thenUnknown || then === thenOpen) continue
    if (bookings.createdOn[b]! > day) {
      ahead.booked = true
      if (then === thenCancelled) ahead.cancelled = true
    }
    if (then !== thenCompleted && then !== thenInHouse) continue
    const departure = bookings.departure[b]!
    if (then === thenCompleted && departure > day) ahead.revenue += totalOn(history, b, end)
    if (bookings.arrival[b]! <= day) continue
    if (!ahead.came) ahead.first = b
    ahead.came = true
    if (departure - bookings.arrival[b]! >= LONG_STAY_NIGHTS) ahead.longStay = true
  }
  return ahead
}

/**
 * The revenue of twelve months from which a guest counts as of high value: the best fifth of those with revenue in the twelve
 * months up to the day. Infinite where nobody had any.
 */
export function highValueCut(history: History, day: number): number {
  const { guests, bookings, from } = history
  const revenues = Float64Array.from(guests.id.keys(), (guest) => {
    let sum = 0
    for (let b = from[guest]!; b < from[guest + 1]!; b++)
      if (bookings.departure[b]! > day - DAYS_OF_YEAR && statusOn(bookings, b, day) === thenCompleted)
        sum += totalOn(history, b, day)
    return sum
  })
  const some = revenues.filter((revenue) => revenue > 0).sort()
  const place = Math.ceil(some.length * (1 - HIGH_VALUE_SHARE))
  return some[Math.min(place, some.length - 1)] ?? Number.POSITIVE_INFINITY
}
