/** A guest who did not come, and one who comes after all. */
import { type BusinessDate, ok, type Result, refuse } from '../../values/index.ts'
import type { BookingImage, BookingStatus } from '../booking/booking.ts'

type Stay = Pick<BookingImage, 'status' | 'arrival'>

/** Null, or why nobody can be a no-show of this booking on this date. */
export function refusalOfNoShow({ status, arrival }: Stay, businessDate: BusinessDate) {
  if (status !== 'confirmed') return refuse('NOT_AWAITED', { status })
  return arrival > businessDate ? refuse('NOT_DUE_YET', { arrival, businessDate }) : null
}

/** The booking of a guest who did not come: its nights are free for others from now on. */
export function planNoShow(
  image: BookingImage,
  businessDate: BusinessDate,
): Result<BookingImage, 'NOT_AWAITED' | 'NOT_DUE_YET'> {
  return refusalOfNoShow(image, businessDate) ?? ok({ ...image, status: 'no-show' as BookingStatus })
}

/**
 * The booking of a no-show who comes after all, or was marked by mistake: awaited again, from the business date on where
 * a night was closed meanwhile; that night was kept for the guest, and its fee stands.
 */
export function planTakeBack(
  image: BookingImage,
  businessDate: BusinessDate,
): Result<BookingImage, 'NOT_NO_SHOW' | 'STAY_OVER'> {
  const { status, arrival, departure } = image
  if (status !== 'no-show') return refuse('NOT_NO_SHOW', { status })
  if (arrival >= businessDate) return ok({ ...image, status: 'confirmed' })
  if (departure <= businessDate) return refuse('STAY_OVER', { departure, businessDate })
  const nights = Object.fromEntries(Object.entries(image.nights).filter(([night]) => night >= businessDate))
  return ok({ ...image, status: 'confirmed', arrival: businessDate, nights })
}

/** Who is awaited again without the room that somebody has meanwhile. */
export function withoutRooms(image: BookingImage): BookingImage {
  const nights = Object.entries(image.nights).map(([night, now]) => [night, { ...now, roomId: null }])
  return { ...image, nights: Object.fromEntries(nights) }
}
