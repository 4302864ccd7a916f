/** Checking in: what forbids it, what the desk is asked first, and what booking and stay become. */
import {
  type BusinessDate,
  type GuestId,
  ok,
  type Refused,
  type Result,
  type RoomId,
  refuse,
} from '../../values/index.ts'
import type { BookingImage, BookingStatus } from '../booking/booking.ts'
import type { HoursHeld } from '../booking/day-use.ts'
import { signaturesOf, signaturesText } from '../registration/signature.ts'
import { type CheckInQuestion, noStay, type StayImage } from './stay.ts'

/** One who is to sleep in the room. */
export type PersonToCheckIn = {
  id: GuestId
  name: string
  /** A booking was made for somebody who is not named yet. */
  unnamed: boolean
  /** The text of an alert that blocks check-in. */
  alert: string | null
  /** The room or booking in which the same person is in house. */
  elsewhere: string | null
}

/** Who is in a room, as a refusal names them. */
export type Occupant = { name: string; guestId: GuestId; confirmationNo: string }

export type RoomToCheckIn = {
  id: RoomId
  number: string
  housekeeping: string
  /** Whether a guest may be given it now, by the rules of housekeeping. */
  ready: boolean
  /** Who is in it. */
  occupant: Occupant | null
  /** Day use that is to have it before the stay is over, of another booking. */
  ahead: HoursHeld | null
}

export type CheckInFacts = {
  businessDate: BusinessDate
  moment: string
  by: string
  persons: readonly PersonToCheckIn[]
  room: RoomToCheckIn | null
  /** Guests whom the law wants registered and of whom something is missing: how many, and their names as a language lists them. */
  unregistered: { count: number; names: string }
  /** How many the booking counts beside those who are named, where the law wants everybody registered. */
  unnamed: number
  /** The night that ends now, whose date is closed already, and the time by the clock. */
  smallHours: { night: BusinessDate; time: string } | null
  /** Day use without hours: nobody knows until when the room is to be had. */
  lacksHours: boolean
}

export const checkInCodes = [
  'NOT_DUE_IN',
  'ARRIVAL_AHEAD',
  'STAY_OVER',
  'SMALL_HOURS',
  'GUEST_UNNAMED',
  'HOURS_NEEDED',
  'ALERT_BLOCKS',
  'NO_ROOM_YET',
  'ROOM_OCCUPIED',
  'HOURS_TAKEN',
  'ROOM_NOT_READY',
  'GUEST_ELSEWHERE',
  'NOT_REGISTERED',
  'PERSONS_UNNAMED',
] as const
export type CheckInCode = (typeof checkInCodes)[number]

type Arrival = Pick<BookingImage, 'status' | 'arrival' | 'departure'>

/** Null, or why the booking can't be checked in on this business date, whatever is entered. */
export function refusalOfCheckIn(
  booking: Arrival,
  today: BusinessDate,
): Refused<'NOT_DUE_IN' | 'ARRIVAL_AHEAD' | 'STAY_OVER'> | null {
  const { status, arrival, departure } = booking
  if (status !== 'confirmed') return refuse('NOT_DUE_IN', { status })
  if (arrival > today) return refuse('ARRIVAL_AHEAD', { arrival, businessDate: today })
  return departure < today ? refuse('STAY_OVER', { departure, businessDate: today }) : null
}

/** Every reason against it, in the order in which a desk meets them: what forbids it, then what is asked. */
export function obstaclesOfCheckIn(booking: Arrival, facts: CheckInFacts): Refused<CheckInCode>[] {
  const found: Refused<CheckInCode>[] = []
  const wrong = refusalOfCheckIn(booking, facts.businessDate)
  if (wrong) found.push(wrong)
  const { persons, room, smallHours } = facts
  if (smallHours) found.push(refuse('SMALL_HOURS', { ...smallHours, businessDate: facts.businessDate }))
  if (persons.some(({ unnamed }) => unnamed)) found.push(refuse('GUEST_UNNAMED'))
  for (const { id, name, alert } of persons)
    if (alert !== null) found.push(refuse('ALERT_BLOCKS', { guestId: id, name, alert }))
  if (facts.lacksHours) found.push(refuse('HOURS_NEEDED'))
  if (!room) found.push(refuse('NO_ROOM_YET', { night: booking.arrival }))
  else if (room.occupant) found.push(refuse('ROOM_OCCUPIED', { room: room.number, ...room.occupant }))
  else if (room.ahead) found.push(heldAhead(room.number, facts.businessDate, room.ahead))
  else if (!room.ready) found.push(refuse('ROOM_NOT_READY', { room: room.number, status: room.housekeeping }))
  for (const { id, name, elsewhere } of persons)
    if (elsewhere !== null) found.push(refuse('GUEST_ELSEWHERE', { guestId: id, name, room: elsewhere }))
  const { unregistered, unnamed } = facts
  if (unnamed > 0) found.push(refuse('PERSONS_UNNAMED', { count: unnamed }))
  if (unregistered.count > 0) found.push(refuse('NOT_REGISTERED', unregistered))
  return found
}

/** Whether a guest can be given the room now: nobody is in it or has it before them, and it is made ready. */
export function isAvailable({ occupant, ahead, ready }: RoomToCheckIn): boolean {
  return occupant === null && ahead === null && ready
}

function heldAhead(room: string, day: BusinessDate, { from, to, confirmationNo }: HoursHeld) {
  return refuse('HOURS_TAKEN', { room, day, from, to, confirmationNo: confirmationNo ?? '' })
}

const questionOf: Readonly<Record<string, CheckInQuestion>> = {
  SMALL_HOURS: 'small-hours',
  ROOM_NOT_READY: 'room-not-ready',
  GUEST_ELSEWHERE: 'guest-elsewhere',
  NOT_REGISTERED: 'not-registered',
  PERSONS_UNNAMED: 'not-registered',
} satisfies { [code in CheckInCode]?: CheckInQuestion }

/** The question that a reason against it is; null where no answer lifts it. */
export function questionOfCheckIn(code: string): CheckInQuestion | null {
  return questionOf[code] ?? null
}

/** What somebody checks in with. */
export type CheckInInput = {
  accept: readonly CheckInQuestion[]
  signatures: readonly { guestId: number; signature: string }[]
}

/**
 * The booking in house and its stay. The booking is as it will be: in its room, of the nights it has. Questions that were
 * asked and answered with yes are kept with the stay.
 */
export function planCheckIn(
  booking: BookingImage,
  stay: StayImage | null,
  input: CheckInInput,
  facts: CheckInFacts,
): Result<{ booking: BookingImage; stay: StayImage }, CheckInCode> {
  const obstacles = obstaclesOfCheckIn(booking, facts)
  const accepted: CheckInQuestion[] = []
  for (const obstacle of obstacles) {
    const question = questionOfCheckIn(obstacle.refusal.code)
    if (question === null || !input.accept.includes(question)) return obstacle
    if (!accepted.includes(question)) accepted.push(question)
  }
  const signed = input.signatures.length > 0
  const drawn = signaturesOf(stay?.signature ?? null, booking.guestId)
  for (const { guestId, signature } of input.signatures) drawn.set(guestId, signature)
  return ok({
    booking: { ...booking, status: 'in-house' satisfies BookingStatus },
    stay: {
      ...(stay ?? noStay),
      roomId: facts.room?.id ?? null,
      checkedInAt: facts.moment,
      checkedInOn: facts.businessDate,
      checkedInBy: facts.by,
      accepted,
      signature: signed ? signaturesText(drawn) : (stay?.signature ?? null),
      signedAt: signed ? facts.moment : (stay?.signedAt ?? null),
    },
  })
}
