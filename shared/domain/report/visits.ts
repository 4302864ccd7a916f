import { type BusinessDate, maxDate } from '../../values/index.ts'

type Stay = { arrival: BusinessDate; departure: BusinessDate }

/** The day on which a guest's first visit ended, and whether another one came. */
export type FirstVisit = { end: BusinessDate; again: boolean }

/**
 * The first visit of a guest whose stays come by arrival; null without any. Stays that touch or overlap are one visit: an extension
 * booked anew, or two rooms at once, is no second one. No more is read of them than that takes.
 */
export function firstVisitOf(stays: Iterable<Stay>): FirstVisit | null {
  let end: BusinessDate | null = null
  for (const { arrival, departure } of stays) {
    if (end !== null && arrival > end) return { end, again: true }
    end = end === null ? departure : maxDate(end, departure)
  }
  return end === null ? null : { end, again: false }
}
