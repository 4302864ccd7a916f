import { z } from 'zod'
import { lastTimeLacks } from '../domain/booking/last-time.ts'
import type { AccountId, BookingId, GuestId, RatePlanId, RoomId, RoomTypeId } from '../values/index.ts'
import { businessDate, id } from './fields.ts'
import { query } from './operation.ts'
import { requestView } from './request.ts'

const accountName = z.strictObject({ id: id<AccountId>(), name: z.string() })

export const lastTime = query({
  name: 'booking.lastTime',
  about: 'The guest’s last stay, and what of it can be had over other dates; null for who never stayed.',
  input: z.strictObject({ guestId: id<GuestId>(), arrival: businessDate, departure: businessDate }),
  output: z
    .strictObject({
      guestId: id<GuestId>(),
      stay: z.strictObject({
        id: id<BookingId>(),
        confirmationNo: z.string(),
        arrival: businessDate,
        departure: businessDate,
      }),
      roomTypeId: id<RoomTypeId>().nullable(),
      ratePlanId: id<RatePlanId>().nullable(),
      roomId: id<RoomId>().nullable(),
      /** What can't be had as last time, and why. */
      lacks: z.array(
        z.strictObject({ code: z.enum(lastTimeLacks), params: z.record(z.string(), z.string()) }),
      ),
      persons: z.strictObject({
        adults: z.number().int(),
        children: z.number().int(),
        infants: z.number().int(),
      }),
      company: accountName.nullable(),
      agency: accountName.nullable(),
      /** What was asked for and not declined, each once. */
      wishes: z.array(requestView.pick({ kind: true, text: true, department: true })),
    })
    .nullable(),
  permission: 'booking-read',
  reads: ['booking', 'request', 'room', 'room-type', 'rate-plan', 'account'],
})
