import type { BookingImage } from './booking.ts'
import { noArrivalTerms } from './hold.ts'

/** A booking as the log has it with what an older program's log lacks, and what was erased. */
export function wholeBooking(image: Partial<BookingImage>): BookingImage {
  const missing = { ...noArrivalTerms, comment: '', cancelReason: null, source: null, bookerId: null }
  return { ...missing, ...image } as BookingImage
}
