/**
 * How long a booking without a guarantee is held: until a time of the day of arrival. A time of the small hours is of the
 * night after it: “held until 02:00” is never the night before.
 */
import { type BusinessDate, dayFrom } from '../../values/index.ts'
import type { BookingImage } from './booking.ts'

/** What a booking has of an arrival before its guest is there; each may be empty, as of every booking from before they were. */
export const noArrivalTerms = {
  expectedTime: null,
  holdUntil: null,
  depositMinor: null,
  depositDueOn: null,
} as const satisfies Partial<BookingImage>

/** From this hour on a time is of the day itself. */
const dayBegins = '06:00'

/** The time on the hotel’s clock: its date there, and HH:MM. */
export type HotelClock = { date: string; time: string }

type Held = Pick<BookingImage, 'guarantee' | 'holdUntil'> & { status: string; arrival: string }

/** Whether nobody need hold it any more: the guest has not come, gave no guarantee, and the time is over. */
export function isPastHold(booking: Held, businessDate: BusinessDate, clock: HotelClock): boolean {
  const { status, guarantee, arrival, holdUntil } = booking
  if (status !== 'confirmed' || guarantee !== 'none' || holdUntil === null) return false
  if (arrival !== businessDate) return arrival < businessDate
  // After midnight and before the night audit the day of arrival still runs
  const isNextDay = clock.date === dayFrom(businessDate, 1)
  const isOver = clock.time >= holdUntil
  return holdUntil >= dayBegins ? isNextDay || isOver : isNextDay && isOver
}

/** The minute on the hotel's clock from which nobody need hold it any more, by the clock alone; null where it is so, or never is. */
export function endOfHold(booking: Held, businessDate: BusinessDate, clock: HotelClock): HotelClock | null {
  const { status, guarantee, arrival, holdUntil } = booking
  if (status !== 'confirmed' || guarantee !== 'none' || holdUntil === null || arrival !== businessDate)
    return null
  if (isPastHold(booking, businessDate, clock)) return null
  if (holdUntil >= dayBegins) return { date: clock.date, time: holdUntil }
  const date = dayFrom(businessDate, 1)
  return date !== null && clock.date <= date ? { date, time: holdUntil } : null
}
