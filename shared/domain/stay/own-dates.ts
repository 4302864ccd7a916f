/** Own dates of who stays along. */
import { type BusinessDate, maxDate, minDate } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'

type Dates = { from: BusinessDate; to: BusinessDate }

/**
 * Own dates as far as the stay has them, since its dates may have changed after they were set. Null: the whole stay, also
 * where the stay has nothing of them any more, because somebody too many is asked about and somebody too few is not missed.
 */
export function ownDatesWithin(
  own: Dates | undefined,
  { arrival, departure }: Pick<BookingImage, 'arrival' | 'departure'>,
): Dates | null {
  if (!own) return null
  const dates = { from: maxDate(own.from, arrival), to: minDate(own.to, departure) }
  return dates.from < dates.to ? dates : null
}
