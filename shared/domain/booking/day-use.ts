/**
 * Day use (钟点房): a booking whose departure is its arrival. It holds a room on that day from a time to a time, and costs by the
 * hours. Times are HH:MM on the hotel's clock; [from, to) is half-open, so that one may end when the next begins.
 */
import { addDays, type BusinessDate, type Refused, type RoomId, refuse } from '../../values/index.ts'
import type { BookingImage, BookingStatus } from './booking.ts'

export type Hours = { from: string; to: string }

/** Kept under the id of its booking. */
export type DayUseImage = Hours & {
  /** Null until a room is given. */
  roomId: RoomId | null
  /** What the hours cost, minor units. */
  priceMinor: number
  /** What each hour begun after `to` costs. */
  overtimeMinor: number
}

/** When the hotel's rooms are to be had for a night, and to be left after one. */
export type RoomTimes = { arriveFrom: string; departBy: string }

/** Somebody who has a room at times of a day: a booking by its confirmation number; an out-of-order block has none. */
export type HoursHeld = Hours & { confirmationNo: string | null }

/** Equal dates: no night is slept. */
export function isDayUse({ arrival, departure }: Pick<BookingImage, 'arrival' | 'departure'>): boolean {
  return arrival === departure
}

/** Whether its hours keep others out of the room: who has left makes room for the next. */
export function holdsHours(booking: Pick<BookingImage, 'status' | 'arrival' | 'departure'>): boolean {
  return isDayUse(booking) && (booking.status === 'confirmed' || booking.status === 'in-house')
}

/** Whether two have a moment in common. */
export function overlap(a: Hours, b: Hours): boolean {
  return a.from < b.to && b.from < a.to
}

const wholeDay: Hours = { from: '00:00', to: '24:00' }

/** Whose nights a room has about a day: of the evening before, of the evening of the day, or of both. */
export type NightsAbout = {
  before: boolean
  on: boolean
  /** Null: a block that is out of order. */
  booking: { status: BookingStatus; arrival: BusinessDate } | null
}

/**
 * The hours of a day in which nights have the room. Who stays over has it all day; who goes, until rooms are to be left, and
 * not at all once gone; who comes, from when rooms are to be had, and from now on who is there already.
 */
export function hoursOfNights(
  { before, on, booking }: NightsAbout,
  day: BusinessDate,
  { arriveFrom, departBy }: RoomTimes,
): Hours | null {
  if (before && on) return wholeDay
  if (on) {
    const isThere = booking === null || (booking.status === 'in-house' && booking.arrival === day)
    return isThere ? wholeDay : { from: arriveFrom, to: wholeDay.to }
  }
  if (!before || booking?.status === 'checked-out') return null
  return { from: wholeDay.from, to: departBy }
}

/** The hours of a day in which a booking is to have a room by its nights, whoever is there now. */
export function hoursPlanned(
  nights: BookingImage['nights'],
  roomId: RoomId,
  day: BusinessDate,
  times: RoomTimes,
): Hours | null {
  const has = (night: BusinessDate) => nights[night]?.roomId === roomId
  return hoursToCome({ before: has(addDays(day, -1)), on: has(day) }, day, times)
}

/** The same of a stay that is to have one room on all its nights. */
export function hoursOfStay(
  { arrival, departure }: Pick<BookingImage, 'arrival' | 'departure'>,
  day: BusinessDate,
  times: RoomTimes,
): Hours | null {
  const has = (night: BusinessDate) => night >= arrival && night < departure
  return hoursToCome({ before: has(addDays(day, -1)), on: has(day) }, day, times)
}

function hoursToCome(about: Omit<NightsAbout, 'booking'>, day: BusinessDate, times: RoomTimes): Hours | null {
  return hoursOfNights({ ...about, booking: { status: 'confirmed', arrival: day } }, day, times)
}

/** The first who has the room at a time of these hours. */
export function hoursTaken(
  hours: Hours,
  held: readonly HoursHeld[],
  { room, day }: { room: string; day: BusinessDate },
): Refused<'HOURS_TAKEN'> | null {
  const by = held.find((one) => overlap(hours, one))
  if (!by) return null
  const { from, to, confirmationNo } = by
  return refuse('HOURS_TAKEN', { room, day, from, to, confirmationNo: confirmationNo ?? 'OOO' })
}

/** Hours go forward, within the day. */
export function checkHours({ from, to }: Hours): Refused<'HOURS_REVERSED'> | null {
  return from < to ? null : refuse('HOURS_REVERSED', { from, to })
}

/** Minutes from midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
