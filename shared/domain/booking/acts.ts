/**
 * What may be done with a booking: one rule for the planner, for the commands of requests and for the screens, which
 * offer what it does not refuse. What may be done about a wish is in request/acts.ts; what a change needs beside that
 * (a reason, a right) in needs.ts.
 */
import { type BusinessDate, type Refused, refuse } from '../../values/index.ts'
import { type BookingImage, isEnded, isLive, nightDates } from './booking.ts'
import type { BookingChangeKind, ChangeCode } from './change.ts'

/** Every act on a booking: the changes of it, and noting or changing what is wished for the stay. */
export const bookingActs = [
  'dates',
  'room-type',
  'room',
  'rate',
  'guests',
  'details',
  'confirm',
  'cancel',
  'reinstate',
  'request',
] as const satisfies readonly (BookingChangeKind | 'request')[]
export type BookingAct = (typeof bookingActs)[number]

type Stay = Pick<BookingImage, 'status' | 'arrival' | 'departure'>

/** Null, or why the act can't be done with a booking in this state on this day, whatever is entered. */
export function refusalOfAct(
  act: BookingAct,
  booking: Stay,
  today: BusinessDate,
): Refused<ChangeCode> | null {
  const { status } = booking
  if (act === 'reinstate') {
    return status === 'cancelled' ? notBefore(today, booking.arrival) : refuse('NOT_CANCELLED', { status })
  }
  if (isEnded(status)) return refuse('BOOKING_ENDED', { status })
  switch (act) {
    case 'confirm':
      return isLive(status) ? refuse('ALREADY_CONFIRMED', { status }) : notBefore(today, booking.arrival)
    case 'cancel':
      return status === 'in-house' ? refuse('BOOKING_IN_HOUSE', { status }) : null
    case 'room':
    case 'rate':
      return noNightAhead(booking, today)
    case 'room-type':
      // Day use has a type and no night to sleep in it.
      return booking.arrival === booking.departure ? null : noNightAhead(booking, today)
    default:
      return null
  }
}

/** The acts that the state of a booking allows, in the order of their buttons. */
export function allowedActs(booking: Stay, today: BusinessDate): BookingAct[] {
  return bookingActs.filter((act) => refusalOfAct(act, booking, today) === null)
}

function notBefore(today: BusinessDate, night: BusinessDate): Refused<'NIGHT_IN_PAST'> | null {
  return night < today ? refuse('NIGHT_IN_PAST', { night, businessDate: today }) : null
}

/** A room and a rate are of a night: day use has none, and of nights that have passed nothing changes. */
function noNightAhead(
  booking: Stay,
  today: BusinessDate,
): Refused<'NIGHT_OUTSIDE_STAY' | 'NIGHT_IN_PAST'> | null {
  const last = nightDates(booking).at(-1)
  return last === undefined
    ? refuse('NIGHT_OUTSIDE_STAY', { night: booking.arrival })
    : notBefore(today, last)
}
