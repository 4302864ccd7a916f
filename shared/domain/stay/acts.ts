/** What may be done with a stay: one rule for the commands and for the screens, which offer what it does not refuse. */
import type { BusinessDate } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'
import { isDayUse } from '../booking/day-use.ts'
import { refusalOfCheckIn } from './check-in.ts'
import { refusalOfCheckOut } from './check-out.ts'
import type { StayImage } from './stay.ts'

export const stayActs = [
  'check-in',
  'queue',
  'check-out',
  'move',
  'reverse-check-in',
  'reverse-check-out',
  'take-back',
  'feedback',
] as const
export type StayAct = (typeof stayActs)[number]

/** The acts that the state of a booking and its stay allow on the business date, in the order of their buttons. */
export function allowedStayActs(
  booking: Pick<BookingImage, 'status' | 'arrival' | 'departure'>,
  stay: Pick<StayImage, 'checkedInOn' | 'checkedOutOn'> | null,
  today: BusinessDate,
): StayAct[] {
  const comes = refusalOfCheckIn(booking, today) === null
  const isIn = refusalOfCheckOut(booking) === null
  const may: Record<StayAct, boolean> = {
    'check-in': comes,
    queue: comes,
    'check-out': isIn,
    move: isIn && (booking.departure > today || isDayUse(booking)),
    'reverse-check-in': isIn && stay?.checkedInOn === today,
    'reverse-check-out': booking.status === 'checked-out' && stay?.checkedOutOn === today,
    'take-back': booking.status === 'no-show' && (booking.arrival >= today || booking.departure > today),
    feedback: isIn || booking.status === 'checked-out',
  }
  return stayActs.filter((act) => may[act])
}
