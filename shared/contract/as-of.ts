import { z } from 'zod'
import { type BookingId, type GuestId, isAsOf } from '../values/index.ts'
import { bookingRow } from './booking-row.ts'
import { bookingView } from './booking-view.ts'
import { businessDate, id, moment } from './fields.ts'
import { guestView } from './guest.ts'
import { requestOfGuest } from './guest-request.ts'
import { membershipView } from './loyalty-view.ts'
import { query } from './operation.ts'

/** A business date, whose end is meant, or a moment. */
const asOfInput = z.string().refine(isAsOf, 'invalid.date')

/** What is said of a look at an earlier moment beside what there was. */
const asOfView = z.strictObject({
  /** The business date of then. */
  businessDate,
  /** The last change of anything until then. */
  until: z.number().int(),
  /** The last change until then; null where the log has none and what there was is worked out from what came later. */
  last: z
    .strictObject({
      seq: z.number().int(),
      moment,
      businessDate,
      /** What the user is called. */
      actorName: z.string(),
      operation: z.string(),
    })
    .nullable(),
  /** Changes since. */
  later: z.number().int(),
  /** Personal values of that time were erased. */
  erased: z.boolean(),
})

/** Why there is nothing to show of a moment. */
const asOfRefusals = ['AS_OF_AHEAD', 'NOT_THERE_YET', 'GONE_BY_THEN', 'PAST_UNREADABLE'] as const

export const bookingAsOf = query({
  name: 'booking.asOf',
  about:
    'A booking as it was known at an earlier moment, and whose change was the last until then. Nothing may be done with it.',
  input: z.strictObject({ id: id<BookingId>(), at: asOfInput }),
  output: z.strictObject({ booking: bookingView, asOf: asOfView }),
  refusals: ['BOOKING_UNKNOWN', ...asOfRefusals],
  permission: 'booking-read',
  reads: ['booking', 'request', 'guest', 'room', 'account', 'user'],
})

/** A membership as it was: the tier of then and the tiers held until then. What it takes to get further is not worked out again. */
const membershipThen = membershipView.omit({ period: true, counted: true, next: true }).extend({
  tier: membershipView.shape.tier.omit({ reviewOn: true }),
  history: z.array(membershipView.shape.history.element.extend({ nameEn: z.string(), nameZh: z.string() })),
})

export const guestAsOf = query({
  name: 'guest.asOf',
  about:
    'A guest as known at an earlier moment, with the bookings, requests and memberships of then, also those that are somebody else’s by now or are deleted; and whose change was the last until then.',
  input: z.strictObject({ id: id<GuestId>(), at: asOfInput }),
  output: z.strictObject({
    guest: guestView,
    /** In any role, the latest arrival first; not more than a thousand. */
    bookings: z.array(bookingRow),
    /** How many bookings were not looked at, because there are too many. */
    bookingsLeftOut: z.number().int(),
    /** Of the guest's own bookings. */
    requests: z.array(requestOfGuest),
    memberships: z.array(membershipThen),
    /** Changes that can't be read: the bookings, requests and memberships that they are of are missing here. */
    unreadable: z.array(z.number().int()),
    asOf: asOfView,
  }),
  refusals: ['GUEST_UNKNOWN', ...asOfRefusals],
  permission: 'guest-read',
  reads: ['guest', 'booking', 'request', 'membership', 'programme', 'room', 'room-type', 'rate-plan', 'user'],
})
