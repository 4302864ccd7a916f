import type { History } from '../facts/history.ts'
import { statusOn, thenCompleted, thenInHouse, thenUnknown, thenUpcoming } from '../facts/known-then.ts'
import { inOnePiece } from '../facts/one-piece.ts'
import { totalOn } from '../facts/revenue.ts'

/**
 * When each guest came, as known at the end of a day: one row per guest with a stay that ended by then. A stay is one or more
 * bookings that touch, as in the guest's facts; days are day numbers.
 */
export type Past = {
  day: number
  count: number
  /** Places of the guests in the history, and their ids. */
  place: Int32Array
  id: Int32Array
  stays: Int32Array
  /** Arrival of the first and of the last stay, departure of the last. */
  first: Int32Array
  last: Int32Array
  end: Int32Array
  /** Room revenue in minor units. */
  revenue: Float64Array
  /** 1: more than half of the bookings were a company's. */
  corporate: Uint8Array
  /** 1: in house, or with a booking to come. */
  awaited: Uint8Array
  /** Days from arrival to arrival; those of row `i` are from `gapsFrom[i]` to `gapsFrom[i + 1]`. */
  gapsFrom: Int32Array
  gaps: Int32Array
}

const PULSE_GUESTS = 50_000

export function pastOf(
  history: History,
  day: number,
  pulse: (done: number, total: number) => void = () => undefined,
): Past {
  const { bookings, from, guests } = history
  const total = guests.id.length
  const past = emptyPast(day, total, bookings.arrival.length)
  const corporate = isCorporate(history)
  let row = 0
  let gap = 0
  for (let g = 0; g < total; g++) {
    if (g % PULSE_GUESTS === 0) pulse(g, total)
    const firstGap = gap
    let stays = 0
    let completed = 0
    let byCompany = 0
    let revenue = 0
    let awaited = 0
    const end = from[g + 1] as number
    for (let b = from[g] as number; b < end; b++) {
      const then = statusOn(bookings, b, day)
      if (then === thenInHouse || (then === thenUpcoming && (bookings.arrival[b] as number) >= day))
        awaited = 1
      if (then !== thenCompleted) continue
      const arrival = bookings.arrival[b] as number
      completed += 1
      byCompany += corporate(b) ? 1 : 0
      revenue += totalOn(history, b, day)
      if (stays > 0 && arrival <= (past.end[row] as number)) {
        past.end[row] = Math.max(past.end[row] as number, bookings.departure[b] as number)
        continue
      }
      if (stays === 0) past.first[row] = arrival
      else past.gaps[gap++] = arrival - (past.last[row] as number)
      stays += 1
      past.last[row] = arrival
      past.end[row] = bookings.departure[b] as number
    }
    if (stays === 0) continue
    past.place[row] = g
    past.id[row] = guests.id[g] as number
    past.stays[row] = stays
    past.revenue[row] = revenue
    past.corporate[row] = 2 * byCompany > completed ? 1 : 0
    past.awaited[row] = awaited
    past.gapsFrom[row] = firstGap
    row += 1
  }
  past.gapsFrom[row] = gap
  return cut(past, row, gap)
}

function isCorporate({ bookings, words }: History): (booking: number) => boolean {
  const segment = words.segment.indexOf('corporate')
  return (b) => (bookings.company[b] as number) > 0 || bookings.segment[b] === segment
}

const pastColumns = {
  place: Int32Array,
  id: Int32Array,
  stays: Int32Array,
  first: Int32Array,
  last: Int32Array,
  end: Int32Array,
  revenue: Float64Array,
  corporate: Uint8Array,
  awaited: Uint8Array,
  gapsFrom: Int32Array,
} as const

function emptyPast(day: number, guests: number, bookings: number): Past {
  return { day, count: 0, gaps: new Int32Array(bookings), ...inOnePiece(guests + 1, pastColumns) }
}

function cut(past: Past, count: number, gaps: number): Past {
  return {
    day: past.day,
    count,
    place: past.place.subarray(0, count),
    id: past.id.subarray(0, count),
    stays: past.stays.subarray(0, count),
    first: past.first.subarray(0, count),
    last: past.last.subarray(0, count),
    end: past.end.subarray(0, count),
    revenue: past.revenue.subarray(0, count),
    corporate: past.corporate.subarray(0, count),
    awaited: past.awaited.subarray(0, count),
    gapsFrom: past.gapsFrom.subarray(0, count + 1),
    gaps: past.gaps.subarray(0, gaps),
  }
}

/**
 * Who is left out of models and lists: guests whom a person excluded from automated judgement, and one with half
 * of all stays or more, who is an agency or a collective name and no guest.
 */
export type LeftOut = {
  /** By row of the past; 1: left out. */
  rows: Uint8Array
  excluded: number
  collective: { id: number; stays: number; share: number } | null
}

/** A hotel with so few stays has no collective name that could be told from its best guest. */
const FEWEST_STAYS = 20

export function leftOutOf(history: History, past: Past): LeftOut {
  const rows = new Uint8Array(past.count)
  let excluded = 0
  let stays = 0
  let most = 0
  for (let i = 0; i < past.count; i++) {
    stays += past.stays[i] as number
    if ((past.stays[i] as number) > (past.stays[most] as number)) most = i
    if (history.guests.excluded[past.place[i] as number] !== 1) continue
    rows[i] = 1
    excluded += 1
  }
  const share = past.count > 0 ? (past.stays[most] as number) / stays : 0
  if (stays < FEWEST_STAYS || share < 0.5) return { rows, excluded, collective: null }
  rows[most] = 1
  return {
    rows,
    excluded,
    collective: { id: past.id[most] as number, stays: past.stays[most] as number, share },
  }
}

/** Whether a stay of the guest at this place began in (after, until]: came and is in house or gone, by what is on file now. */
export function arrivalsWithin(
  { bookings, from }: History,
  place: number,
  known: number,
  after: number,
  until: number,
): number[] {
  const arrivals: number[] = []
  let end = Number.NEGATIVE_INFINITY
  for (let b = from[place] as number; b < (from[place + 1] as number); b++) {
    const then = statusOn(bookings, b, known)
    if (then === thenUnknown || (then !== thenCompleted && then !== thenInHouse)) continue
    const arrival = bookings.arrival[b] as number
    const isNew = arrival > end
    end = Math.max(end, bookings.departure[b] as number)
    if (isNew && arrival > after && arrival <= until) arrivals.push(arrival)
  }
  return arrivals
}
