import { z } from 'zod'
import { bookingActs } from '../domain/booking/acts.ts'
import type { AccountId, BookingId, GuestId, RatePlanId, RoomId, RoomTypeId } from '../values/index.ts'
import { bookingStatus } from './booking-row.ts'
import { businessDate, clockTime, id, version } from './fields.ts'
import { meal } from './rate.ts'
import { requestView } from './request.ts'

/** A night of a booking: half-open dates make one row for each. `roomTypeId` is the type slept in, which takes inventory. */
export const nightView = z.strictObject({
  night: businessDate,
  roomTypeId: id<RoomTypeId>(),
  roomId: id<RoomId>().nullable(),
  roomNumber: z.string().nullable(),
  rateMinor: z.number().int(),
})

const party = z.strictObject({
  id: id<GuestId>(),
  /** 张伟, or the Latin name where there is no other; empty for an unnamed guest. */
  name: z.string(),
  latinName: z.string(),
  nationality: z.string(),
  tier: z.string().nullable(),
  alerts: z.number().int(),
  /** The number to call, as it is on file; null where there is none. */
  phone: z.string().nullable(),
})

export const bookingView = z.strictObject({
  id: id<BookingId>(),
  version,
  confirmationNo: z.string(),
  status: bookingStatus,
  /** due-in, due-out, stay-over and the like: derived from the business date, never stored. */
  derived: z.array(z.string()),
  arrival: businessDate,
  departure: businessDate,
  nights: z.array(nightView),
  totalMinor: z.number().int(),
  /** Day use: its hours, its room and what they cost, minor units; null where there are none. */
  dayUse: z
    .strictObject({
      from: clockTime,
      to: clockTime,
      roomId: id<RoomId>().nullable(),
      roomNumber: z.string().nullable(),
      priceMinor: z.number().int(),
      overtimeMinor: z.number().int(),
      version,
    })
    .nullable(),
  /** What was booked, and what is charged (they differ after an upgrade). */
  roomTypeId: id<RoomTypeId>(),
  chargedRoomTypeId: id<RoomTypeId>(),
  ratePlanId: id<RatePlanId>().nullable(),
  meal,
  adults: z.number().int(),
  children: z.number().int(),
  infants: z.number().int(),
  segment: z.string(),
  channel: z.string(),
  guarantee: z.string(),
  /** HH:MM on the day of arrival. */
  expectedTime: z.string().nullable(),
  holdUntil: z.string().nullable(),
  /** A deposit asked for, and the day by which. */
  depositMinor: z.number().int().nullable(),
  depositDueOn: businessDate.nullable(),
  agency: z.strictObject({ id: id<AccountId>(), name: z.string() }).nullable(),
  company: z.strictObject({ id: id<AccountId>(), name: z.string() }).nullable(),
  guest: party,
  booker: party.nullable(),
  companions: z.array(party),
  createdOn: businessDate,
  cancelledOn: businessDate.nullable(),
  cancelReason: z.string().nullable(),
  comment: z.string(),
  requests: z.array(requestView),
  /** Counts a source gave without their content (changes, special requests, waiting days), and the batch and line it came from. */
  source: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  /** The acts that its state allows on the business date, so that the page offers no other. */
  allowed: z.array(z.enum(bookingActs)),
})
