/**
 * When cancellations come: a booking that is still there a week before the arrival has most of its danger behind it. From
 * the past, by lead time, the share of cancellations that comes in the last 0, 1, 2, … days before the arrival.
 */
import { type MadeBookings, NO_DAY, outcomeCancelled } from './made.ts'

/** Days before the arrival at which the share is kept; between two it is taken in a straight line. */
const marks = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365, 540] as const
/** The longest lead time of each band. */
const leads = [7, 30, 90, 180, Number.POSITIVE_INFINITY] as const
/** With fewer cancellations a band says what all say together. */
const least = 30

/** By band of lead times, then by mark: the share of cancellations that comes in the last so many days. */
export type Timing = { shares: number[][]; cancellations: number }

/** Habits change: older arrivals than these days before the last one don't count. */
const recentDays = 365

/** From the bookings of `rows` that were to arrive in the last year of them and were cancelled on a known day. */
export function fitTiming(made: MadeBookings, rows: Uint32Array): Timing {
  const byBand = leads.map((): number[] => [])
  const last = rows.reduce((day, row) => Math.max(day, made.arrival[row] as number), 0)
  for (const row of rows) {
    const cancelledOn = made.cancelledOn[row] as number
    if (made.outcome[row] !== outcomeCancelled || cancelledOn === NO_DAY) continue
    if ((made.arrival[row] as number) <= last - recentDays) continue
    // After the arrival is as late as can be
    const left = Math.max(0, (made.arrival[row] as number) - cancelledOn)
    byBand[bandOf(made.numbers.leadTime[row] as number)]?.push(left)
  }
  const all = byBand.flat()
  return {
    shares: byBand.map((left) => sharesOf(left.length >= least ? left : all)),
    cancellations: all.length,
  }
}

function bandOf(lead: number): number {
  return leads.findIndex((longest) => lead <= longest)
}

function sharesOf(left: readonly number[]): number[] {
  return marks.map((mark) => left.filter((days) => days <= mark).length / Math.max(1, left.length))
}

/** The share of the cancellations of such bookings that comes within the `left` days that remain before the arrival. */
function shareStillToCome({ shares }: Timing, lead: number, left: number): number {
  if (left >= lead) return 1
  const ofBand = shares[bandOf(lead)] as number[]
  const next = marks.findIndex((mark) => mark >= left)
  if (next < 0) return 1
  const to = marks[next] as number
  if (next === 0 || to === left) return ofBand[next] as number
  const from = marks[next - 1] as number
  const low = ofBand[next - 1] as number
  return low + (((ofBand[next] as number) - low) * (left - from)) / (to - from)
}

/**
 * The probability that a booking is still cancelled in the `left` days before its arrival, known that it has not been so far
 * (Bayes): of the probability on the day it was made, what the rest of the time holds.
 */
export function chanceLeft(timing: Timing, whenMade: number, lead: number, left: number): number {
  const ahead = whenMade * shareStillToCome(timing, lead, left)
  return ahead === 0 ? 0 : ahead / (ahead + (1 - whenMade))
}
