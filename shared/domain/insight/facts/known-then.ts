import { bookingStatuses } from '../../booking/booking.ts'
import { type BookingColumns, NONE } from './history.ts'

const code = Object.fromEntries(bookingStatuses.map((status, at) => [status, at])) as Record<
  (typeof bookingStatuses)[number],
  number
>

/** What a booking was at the end of a day. `unknown`: not made yet. `open`: enquiry or waiting list. */
export const thenUnknown = 0
export const thenOpen = 1
export const thenUpcoming = 2
export const thenInHouse = 3
export const thenCompleted = 4
export const thenCancelled = 5
export const thenNoShow = 6

/**
 * What was known of a booking at the end of a day, from what is on file now: nothing of a day later than `day` has an
 * effect on the answer. A cancellation without a date counts from the arrival.
 */
export function statusOn(bookings: BookingColumns, at: number, day: number): number {
  if ((bookings.createdOn[at] as number) > day) return thenUnknown
  const arrival = bookings.arrival[at] as number
  switch (bookings.status[at]) {
    case code.enquiry:
    case code.waitlisted:
      return thenOpen
    case code.cancelled: {
      const cancelledOn = bookings.cancelledOn[at] as number
      const since = cancelledOn === NONE ? arrival : cancelledOn
      return since <= day ? thenCancelled : thenUpcoming
    }
    case code['no-show']:
      return arrival <= day ? thenNoShow : thenUpcoming
    case code['checked-out']:
      if ((bookings.departure[at] as number) <= day) return thenCompleted
      return arrival <= day ? thenInHouse : thenUpcoming
    case code['in-house']:
      return arrival <= day ? thenInHouse : thenUpcoming
    default:
      return thenUpcoming
  }
}
