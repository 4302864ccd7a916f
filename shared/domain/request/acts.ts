/** What may be done about a wish, by the state of its booking. */
import { type Refused, refuse } from '../../values/index.ts'
import { type BookingStatus, isCalledOff } from '../booking/booking.ts'
import type { RequestAction } from './request.ts'

/**
 * Why a wish for a stay is left as it is: nobody comes for one that was called off, so nothing is begun for it again.
 * Closing what is still open is possible always.
 */
export function refusalOfRequestAct(
  act: RequestAction | 'update',
  { status }: { status: BookingStatus },
): Refused<'BOOKING_ENDED'> | null {
  const closes = act === 'done' || act === 'decline'
  return !closes && isCalledOff(status) ? refuse('BOOKING_ENDED', { status }) : null
}
