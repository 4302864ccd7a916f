/** Arrivals that are moved and stays that grow, so that a date can be closed. */
import { addDays, type BusinessDate } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'

type Dates = Pick<BookingImage, 'arrival' | 'departure'>

/**
 * The dates of a booking whose guest comes on the next day: gone on the day that was booked, so that a night is given
 * up, or with all nights a day later (`keepNights`), which is the only way for a stay of one night or of none.
 */
export function movedByADay({ departure, arrival }: Dates, businessDate: BusinessDate, keepNights: boolean) {
  const next = addDays(businessDate, 1)
  if (!keepNights && departure > next) return { arrival: next, departure }
  let to = departure
  for (let from = arrival; from < next; from = addDays(from, 1)) to = addDays(to, 1)
  return { arrival: next, departure: to }
}

/** The dates of a stay that goes on for a night more, from the business date on. */
export function extendedByADay({ arrival }: Dates, businessDate: BusinessDate) {
  return { arrival, departure: addDays(businessDate, 1) }
}
