import { z } from 'zod'
import { bookingRoles, bookingStatuses } from '../domain/booking/booking.ts'
import type { BookingId, GuestId } from '../values/index.ts'
import { businessDate, id } from './fields.ts'

export const bookingStatus = z.enum(bookingStatuses)

/** A booking as lists and timelines show it. */
export const bookingRow = z.strictObject({
  id: id<BookingId>(),
  confirmationNo: z.string(),
  guestId: id<GuestId>(),
  /** 张伟, or the Latin name where there is no other; empty for an unnamed guest. */
  guestName: z.string(),
  guestLatinName: z.string(),
  /** What this guest is in it, in a guest's own list. */
  role: z.enum(bookingRoles),
  status: bookingStatus,
  arrival: businessDate,
  departure: businessDate,
  nights: z.number().int(),
  roomTypeCode: z.string(),
  roomNumber: z.string().nullable(),
  ratePlanCode: z.string().nullable(),
  adults: z.number().int(),
  children: z.number().int(),
  infants: z.number().int(),
  /** Sum of the nights' rates, minor units. */
  roomRevenueMinor: z.number().int(),
  createdOn: businessDate,
  cancelledOn: businessDate.nullable(),
  channel: z.string(),
  changes: z.number().int(),
  requests: z.number().int(),
})
