import { z } from 'zod'
import { wayKinds } from '../domain/booking/ways.ts'
import type { BookingId, GuestId, RoomTypeId } from '../values/index.ts'
import { bookingChange, changeRefusals, create, effect } from './booking.ts'
import { bookingStatus } from './booking-row.ts'
import { businessDate, id, reason, saved, version } from './fields.ts'
import { command, query } from './operation.ts'

/** Cancelling asks for its own reason, in its own command. */
const step = bookingChange.refine(({ kind }) => kind !== 'cancel', 'invalid.choice')
const changes = z
  .array(z.strictObject({ id: id<BookingId>(), version, steps: z.array(step).min(1).max(3) }))
  .min(1)
  .max(4)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'invalid.twice')

export const changeTogether = command({
  name: 'booking.changeTogether',
  about:
    'Changes several bookings, or one in several steps, as one act with one undo: the room that one gives up is free for the next.',
  input: z.strictObject({ changes, reason: reason.optional() }),
  output: z.strictObject({ bookings: z.array(saved<BookingId>()) }),
  refusals: [...changeRefusals, 'ALREADY_CONFIRMED', 'NOT_CANCELLED'],
  permission: 'booking-write',
  undoable: true,
})

const named = {
  confirmationNo: z.string(),
  guestId: id<GuestId>(),
  guestName: z.string(),
  guestLatinName: z.string(),
}

export const findWays = query({
  name: 'booking.findWays',
  about:
    'Who is in the way of a change that meets a taken room or a type that is sold out, and the ways out, each with its effect.',
  input: z.strictObject({ id: id<BookingId>(), change: bookingChange }),
  output: z.strictObject({
    /** Whom the room is promised to on nights that the change wants; none where the type is sold out. */
    holders: z.array(
      z.strictObject({
        id: id<BookingId>(),
        ...named,
        guestId: id<GuestId>(),
        status: bookingStatus,
        arrival: businessDate,
        departure: businessDate,
        roomNumber: z.string(),
      }),
    ),
    ways: z.array(
      z.strictObject({
        kind: z.enum(wayKinds),
        /** What booking.changeTogether takes; empty for a way that makes a booking. */
        changes: z.array(z.strictObject({ id: id<BookingId>(), version, steps: z.array(bookingChange) })),
        /** What booking.create takes: the nights on the waiting list. */
        create: create.input.nullable(),
        /** What it does to each booking, in the order it is done. */
        effects: z.array(z.strictObject({ ...named, effect })),
        /** The room, type or dates that the way goes to, for its words. */
        room: z.string().nullable(),
        roomTypeId: id<RoomTypeId>().nullable(),
        arrival: businessDate,
        departure: businessDate,
      }),
    ),
  }),
  refusals: ['BOOKING_UNKNOWN'],
  permission: 'booking-write',
  reads: ['booking', 'room', 'room-type', 'rate-plan', 'guest', 'request'],
})
