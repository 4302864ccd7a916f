/** How the lists of a day are sorted and what is found in them as one types. */
import type { BookingId } from '../../values/index.ts'
import type { GuestNames } from '../name/name.ts'
import type { SearchTerm } from '../search/query.ts'
import { backwards, guestTokens, numberToken, TAIL } from '../search/tokens.ts'
import type { DaySort } from './day-sorts.ts'

/** What a booking is sorted and found by. */
export type DayLine = GuestNames & {
  id: BookingId
  /** The guest's name as lists sort it. */
  sortKey: string
  confirmationNo: string
  roomNumber: string | null
  /** When the guest is expected, `HH:MM`; null where nobody said. */
  expectedTime: string | null
}

/** A place in a sorted list: what it is sorted by, the name, the id. */
export type LinePlace = [by: string, sortKey: string, id: number]

// 301 is before 1001, and 3A after 3
const asCounted = new Intl.Collator('en', { numeric: true })

/** Where a line is in a list that is sorted so. */
export function placeOf(line: DayLine, sort: DaySort): LinePlace {
  const by = { name: '', room: line.roomNumber ?? '', time: line.expectedTime ?? '' }
  return [by[sort], line.sortKey, line.id]
}

/** The order of two places: who has no room or time yet comes last, equal ones by name. */
export function comparePlaces(a: LinePlace, b: LinePlace): number {
  if ((a[0] === '') !== (b[0] === '')) return a[0] === '' ? 1 : -1
  return asCounted.compare(a[0], b[0]) || compareTexts(a[1], b[1]) || a[2] - b[2]
}

/** By code point, as the store sorts names. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Lines in their order. */
export function sortLines<L extends DayLine>(lines: readonly L[], sort: DaySort): L[] {
  return lines.toSorted((a, b) => comparePlaces(placeOf(a, sort), placeOf(b, sort)))
}

/**
 * Whether a line has everything typed: names as the search for guests finds them, the room from its front, the confirmation
 * number from either end.
 */
export function hasTerms(line: DayLine, terms: readonly SearchTerm[]): boolean {
  if (terms.length === 0) return true
  const tokens = [
    ...guestTokens({ ...line, confirmations: [line.confirmationNo] }).split(' '),
    TAIL + backwards(numberToken(line.confirmationNo)),
    ...(line.roomNumber === null ? [] : [numberToken(line.roomNumber)]),
  ]
  return terms.every(({ any }) =>
    any.some(({ token, prefix }) => tokens.some((one) => (prefix ? one.startsWith(token) : one === token))),
  )
}
