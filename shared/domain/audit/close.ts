/** Closing a business date: its steps, what a close is, and when it may begin. */
import { addDays, type BusinessDate, type Refused, refuse } from '../../values/index.ts'
import type { HotelClock } from '../booking/hold.ts'

/**
 * The steps in their order. Up to the roll everything is on the date that is closed, and may be done again: it finds
 * nothing left to do. After the roll the night is over: the rooms that were slept in.
 */
export const closeSteps = ['holds', 'enquiries', 'room', 'roll', 'housekeeping'] as const
export type CloseStep = (typeof closeSteps)[number]

export const closeStatuses = ['running', 'stopped', 'done'] as const
export type CloseStatus = (typeof closeStatuses)[number]

/** What a close did, counted as it goes. */
export type CloseCounts = {
  /** Nights posted, and what they came to with tax, in minor units. */
  nights: number
  roomMinor: number
  /** Arrivals that were not held any longer, and enquiries that nobody took up. */
  released: number
  enquiries: number
  /** Rooms that the night changed. */
  rooms: number
}

export const noCounts: CloseCounts = { nights: 0, roomMinor: 0, released: 0, enquiries: 0, rooms: 0 }

/** Why a close stopped: by the code of a refusal, or by a person (null code). With the booking that is in its way. */
export type CloseTrouble = {
  code: string
  params: { [name: string]: string | number }
  bookingId: number | null
}

export type CloseImage = {
  businessDate: BusinessDate
  status: CloseStatus
  startedBy: string
  startedAt: string
  finishedAt: string | null
  /** What keeps it from going on, at most a few. */
  troubles: CloseTrouble[]
}

/** How many of what stands in its way a close names: the desk mends these, and the next attempt names the next. */
export const maxTroubles = 20

/** The step after one; null after the last. */
export function stepAfter(step: CloseStep): CloseStep | null {
  return closeSteps[closeSteps.indexOf(step) + 1] ?? null
}

/** Whether the date has been rolled when a close is at this step. */
export function isRolled(step: CloseStep): boolean {
  return closeSteps.indexOf(step) > closeSteps.indexOf('roll')
}

/** From this hour on a time is of the day itself; before it, of the night after it. */
const dayBegins = '06:00'

/**
 * Whether a date may be closed now. `from` is the date that the page names: of eight desks that press at once one
 * closes it, and the others name a date that is closed already. `earliest` (HH:MM on the hotel's clock, null: at any
 * time) keeps a morning's slip from ending the day that has just begun; a day that was missed may be closed at once.
 */
export function refusalOfClose(
  from: BusinessDate,
  businessDate: BusinessDate,
  earliest: string | null,
  clock: HotelClock,
): Refused<'BUSINESS_DATE_CLOSED' | 'CLOSE_TOO_EARLY'> | null {
  if (from !== businessDate) return refuse('BUSINESS_DATE_CLOSED', { date: from, today: businessDate })
  if (earliest === null) return null
  const date = earliest < dayBegins ? addDays(businessDate, 1) : businessDate
  const isTime = `${clock.date} ${clock.time}` >= `${date} ${earliest}`
  return isTime ? null : refuse('CLOSE_TOO_EARLY', { date, time: earliest })
}

/** How many days the books are behind the clock: each is closed by itself. */
export function daysBehind(businessDate: BusinessDate, clockDate: BusinessDate): number {
  let days = 0
  for (let date = businessDate; date < clockDate && days < 999; date = addDays(date, 1)) days += 1
  return days
}
