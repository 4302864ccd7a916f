/** A booking as one of its people sees it: what figures, loyalty and a guest's list of bookings are made of. */
import type { BookingId, BusinessDate } from '../../values/index.ts'
import type { BookingRole } from './booking.ts'

export type BookingInRole = {
  id: BookingId
  role: BookingRole
  arrival: BusinessDate
  departure: BusinessDate
  status: string
  createdOn: BusinessDate
  segment: string
  totalMinor: number
  /** Of the rate plan on file; null without one (an import). */
  planKind: string | null
  /** From here on only of the guest's own bookings. 0: nights on the rate plan do not count for loyalty. */
  qualifies: number | null
  channel: string | null
  guarantee: string | null
  companyId: number | null
  confirmationNo: string | null
}
