import { type History, NONE } from '../facts/history.ts'
import { statusOn, thenCompleted, thenUnknown } from '../facts/known-then.ts'

/**
 * What is known of every guest from their first booking, the same of somebody who came once, who only asked, and who has
 * come for years: the only ground on which those can be compared. Numbers are cut into steps, so that each fact is a
 * category with words.
 */
export const firstFacts = [
  'lead',
  'nights',
  'price',
  'persons',
  'children',
  'weekend',
  'channel',
  'segment',
  'meal',
  'roomType',
  'company',
  'requests',
] as const
export type FirstFact = (typeof firstFacts)[number]

export type FirstStays = {
  /** Code of the step or category by guest; 0: nothing known. */
  codes: Record<FirstFact, Uint16Array>
  /** The words of the codes. */
  words: Record<FirstFact, readonly string[]>
  /** Upper ends of the steps of `price`, in minor units: the fifths of the hotel's own first bookings. */
  priceSteps: number[]
}

const steps = {
  lead: { ends: [0, 3, 14, 45], words: ['', 'same-day', '1-3', '4-14', '15-45', '46-'] },
  nights: { ends: [0, 1, 2, 4], words: ['', 'day-use', '1', '2', '3-4', '5-'] },
  persons: { ends: [1, 2], words: ['', '1', '2', '3-'] },
  children: { ends: [0], words: ['', 'none', 'some'] },
  weekend: { ends: [0], words: ['', 'weekdays', 'weekend'] },
  company: { ends: [0], words: ['', 'none', 'some'] },
  requests: { ends: [0, 1], words: ['', 'none', '1', '2-'] },
} as const
const priceWords = ['', 'q1', 'q2', 'q3', 'q4', 'q5'] as const

/** Nights of Friday and Saturday in a stay; day 0 was a Thursday. */
function hasWeekendNight(arrival: number, departure: number): boolean {
  for (let night = arrival; night < departure; night++) {
    const weekday = (((night + 4) % 7) + 7) % 7
    if (weekday >= 5) return true
  }
  return false
}

/** The first booking of each guest that was a stay by the day, else the first that was made; NONE where there is none. */
export function firstBookings({ bookings, from, guests }: History, day: number): Int32Array {
  const first = new Int32Array(guests.id.length).fill(NONE)
  for (let g = 0; g < first.length; g++) {
    for (let b = from[g] as number; b < (from[g + 1] as number); b++) {
      const then = statusOn(bookings, b, day)
      if (then === thenUnknown) continue
      if (first[g] === NONE) first[g] = b
      if (then !== thenCompleted) continue
      first[g] = b
      break
    }
  }
  return first
}

/** The first facts of every guest by the end of a day. */
export function firstStays(history: History, day: number): FirstStays {
  const { bookings, words } = history
  const first = firstBookings(history, day)
  const priceSteps = fifths(history, first)
  const lists = wordsOf(words)
  const codes = Object.fromEntries(
    firstFacts.map((fact) => [fact, new Uint16Array(first.length)]),
  ) as FirstStays['codes']
  const step = (fact: keyof typeof steps, value: number) => stepOf(steps[fact].ends, value)
  for (let g = 0; g < first.length; g++) {
    const b = first[g] as number
    if (b === NONE) continue
    const arrival = bookings.arrival[b] as number
    const departure = bookings.departure[b] as number
    codes.lead[g] = step('lead', arrival - (bookings.createdOn[b] as number))
    codes.nights[g] = step('nights', departure - arrival)
    codes.price[g] = departure > arrival ? stepOf(priceSteps, priceOf(history, b)) : 0
    codes.persons[g] = step('persons', bookings.adults[b] as number)
    codes.children[g] = step('children', bookings.children[b] as number)
    codes.weekend[g] = step('weekend', hasWeekendNight(arrival, departure) ? 1 : 0)
    codes.channel[g] = bookings.channel[b] as number
    codes.segment[g] = bookings.segment[b] as number
    codes.meal[g] = bookings.meal[b] as number
    codes.roomType[g] = bookings.roomType[b] as number
    codes.company[g] = step('company', bookings.company[b] === NONE ? 0 : 1)
    codes.requests[g] = step('requests', requestsBy(history, b, day))
  }
  return { codes, words: lists, priceSteps }
}

function wordsOf({ channel, segment, meal, roomType }: History['words']): FirstStays['words'] {
  const { lead, nights, persons, children, weekend, company, requests } = steps
  return {
    lead: lead.words,
    nights: nights.words,
    price: priceWords,
    persons: persons.words,
    children: children.words,
    weekend: weekend.words,
    channel,
    segment,
    meal,
    roomType,
    company: company.words,
    requests: requests.words,
  }
}

/** 1 for a value up to the first end, 2 up to the second … */
function stepOf(ends: readonly number[], value: number): number {
  const at = ends.findIndex((end) => value <= end)
  return (at < 0 ? ends.length : at) + 1
}

function priceOf({ bookings }: History, b: number): number {
  return (bookings.total[b] as number) / ((bookings.departure[b] as number) - (bookings.arrival[b] as number))
}

/** The prices per night that cut the first bookings in five equal parts. */
function fifths(history: History, first: Int32Array): number[] {
  const { arrival, departure } = history.bookings
  const prices: number[] = []
  for (const b of first)
    if (b !== NONE && (departure[b] as number) > (arrival[b] as number)) prices.push(priceOf(history, b))
  const sorted = Float64Array.from(prices).sort()
  return [1, 2, 3, 4].map((part) => sorted[Math.floor((sorted.length * part) / 5)] ?? 0)
}

function requestsBy({ requests }: History, b: number, day: number): number {
  let asked = 0
  for (let r = requests.from[b] as number; r < (requests.from[b + 1] as number); r++)
    if ((requests.createdOn[r] as number) <= day) asked += 1
  return asked
}
