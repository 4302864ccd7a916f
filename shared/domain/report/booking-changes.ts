/** What changes of bookings are called, and what a booking was around each of them, read back from what it is. */
import { type BookingStatus, isCalledOff, isLive } from '../booking/booking.ts'

export const changeKinds = [
  'dates',
  'roomType',
  'rate',
  'room',
  'guest',
  'persons',
  'details',
  'confirmed',
  'cancelled',
  'reinstated',
  'undone',
  'imported',
] as const
export type ChangeKind = (typeof changeKinds)[number]

type NightPart = { roomTypeId: number; roomId: number | null; rateMinor: number } | null
/** The part of a booking's image that differs. */
export type BookingPart = {
  status?: BookingStatus
  arrival?: string
  nights?: { readonly [night: string]: NightPart }
  readonly [field: string]: unknown
}
export type BookingDifference = { before: BookingPart; after: BookingPart }

const has = (part: BookingPart, ...fields: readonly string[]) => fields.some((field) => field in part)

/**
 * The kind of a change: by the operation where it takes another back or comes from a file, else by the first that fits of the
 * list. Null for what every stay goes through: a first room, to come, to leave; and not to come. Where dates change with it, it
 * is a change.
 */
export function kindOfChange(operation: string, { before, after }: BookingDifference): ChangeKind | null {
  if (operation === 'change.undo') return 'undone'
  if (operation.startsWith('import.')) return 'imported'
  const from = before.status
  if (after.status === 'cancelled') return 'cancelled'
  if (from !== undefined && isCalledOff(from)) return 'reinstated'
  if (from === 'enquiry' || from === 'waitlisted') return 'confirmed'
  if (has(after, 'arrival', 'departure')) return 'dates'
  if (after.status !== undefined) return null
  if (has(after, 'roomTypeId', 'chargedRoomTypeId')) return 'roomType'
  if (has(after, 'ratePlanId') || hasOtherRates(before, after)) return 'rate'
  if (has(after, 'nights')) return hadRoom(before) ? 'room' : null
  if (has(after, 'guestId', 'bookerId')) return 'guest'
  if (has(after, 'companions', 'adults', 'children', 'infants')) return 'persons'
  return 'details'
}

function hasOtherRates({ nights: from = {} }: BookingPart, { nights: to = {} }: BookingPart): boolean {
  return Object.keys(to).some((night) => from[night]?.rateMinor !== to[night]?.rateMinor)
}

function hadRoom({ nights = {} }: BookingPart): boolean {
  return Object.values(nights).some((night) => night !== null && night.roomId !== null)
}

function ratesOf({ nights }: BookingPart): number {
  let sum = 0
  if (nights) for (const night of Object.values(nights)) sum += night?.rateMinor ?? 0
  return sum
}

/** What of a booking a change is valued by: money is on the books only while its nights take inventory. */
export type BookingThen = { status: BookingStatus; arrival: string; totalMinor: number }

/** What a booking was before a change, from what it was after it. */
export function stateBefore(now: BookingThen, { before, after }: BookingDifference): BookingThen {
  return {
    status: before.status ?? now.status,
    arrival: before.arrival ?? now.arrival,
    totalMinor: now.totalMinor - ratesOf(after) + ratesOf(before),
  }
}

/** Minor units that a booking brings as it is. */
export function bookedMinor({ status, totalMinor }: BookingThen): number {
  return isLive(status) ? totalMinor : 0
}
