import { z } from 'zod'
import { hoursCodes } from '../domain/booking/change.ts'
import { dayChargeKinds } from '../domain/stay/day-charge.ts'
import { dayParts } from '../domain/stay/terms.ts'
import type { BookingId, PostingId, RoomId } from '../values/index.ts'
import { amountMinor, clockTime, id, reason, saved, versionOrNone } from './fields.ts'
import { chargeRefusals, feeRefusals, folioNameRefusals } from './folio-fields.ts'
import { command, query } from './operation.ts'

/** A part of a night by the clock and its amount in minor units, and whether it was charged. */
export const dueCharge = z.strictObject({
  part: z.enum(dayParts),
  chargeMinor: z.number().int(),
  time: clockTime,
  posted: z.boolean(),
})

/** A fee in minor units, and whether it was charged. */
export const dueFee = z.strictObject({ chargeMinor: z.number().int(), posted: z.boolean() })

/** Day use: the hours booked, what they cost and whether that was charged, and what is due now; minor units. */
export const dueDayUse = z.strictObject({
  from: clockTime,
  to: clockTime,
  priceMinor: z.number().int(),
  posted: z.boolean(),
  /** Hours of overtime begun and not charged, and what they cost. */
  hours: z.number().int(),
  overtimeMinor: z.number().int(),
  chargeMinor: z.number().int(),
  time: clockTime,
})

export const saveDayUse = command({
  name: 'stay.saveDayUse',
  about: 'Gives a booking of no night its hours, its room and what they cost.',
  input: z.strictObject({
    id: id<BookingId>(),
    /** Of its hours; 0 while it has none. */
    version: versionOrNone,
    from: clockTime,
    to: clockTime,
    roomId: id<RoomId>().nullable(),
    priceMinor: amountMinor.optional(),
    overtimeMinor: amountMinor.optional(),
    reason: reason.optional(),
  }),
  output: saved<BookingId>(),
  refusals: [
    'BOOKING_UNKNOWN',
    'BOOKING_ENDED',
    'BOOKING_IN_HOUSE',
    ...hoursCodes,
    'HOURS_TAKEN',
    'ROOM_UNKNOWN',
    'ROOM_WRONG_TYPE',
    'ROOM_OUT_OF_SERVICE',
    'FEE_POSTED',
    'REASON_NEEDED',
    'RIGHT_NEEDED',
    'STANDS_ON',
  ],
  permission: 'booking-write',
  undoable: true,
})

export const postCharge = command({
  name: 'stay.postCharge',
  about:
    'Charges what an early arrival, a late departure or day use costs by the hotel’s rules, each once; of overtime what was not charged yet.',
  input: z.strictObject({
    id: id<BookingId>(),
    kind: z.enum([...dayChargeKinds, 'day-use'], { error: 'invalid.choice' }),
    reason: reason.optional(),
  }),
  output: z.strictObject({ postingId: id<PostingId>(), amountMinor: z.number().int() }),
  refusals: [
    'BOOKING_UNKNOWN',
    'FEE_NOT_DUE',
    'FEE_POSTED',
    'FOLIO_CLOSED',
    ...chargeRefusals,
    ...folioNameRefusals,
  ],
  permission: 'stay',
  undoable: true,
})

const several = z
  .array(id<BookingId>())
  .min(1, 'invalid.required')
  .max(200, 'invalid.tooLarge')
  .refine((all) => new Set(all).size === all.length, 'invalid.twice')

export const reviewDepartures = query({
  name: 'stay.reviewDepartures',
  about:
    'What leaving now means for each of several guests in house: nights given up, their fee, the balance.',
  input: z.strictObject({ ids: several }),
  output: z.array(
    z.strictObject({
      id: id<BookingId>(),
      nights: z.number().int(),
      /** By the policy, minor units. */
      feeMinor: z.number().int(),
      posted: z.boolean(),
      balanceMinor: z.number().int(),
    }),
  ),
  permission: 'stay',
  reads: ['booking', 'folio', 'posting', 'fee-policy', 'settings'],
})

export const chargeEarly = command({
  name: 'stay.chargeEarly',
  about: 'Charges several guests what leaving early costs each by the policy, as one act.',
  input: z.strictObject({ ids: several, reason: reason.optional() }),
  output: z.strictObject({
    feeMinor: z.number().int(),
    failed: z.array(
      z.strictObject({
        id: id<BookingId>(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
  refusals: feeRefusals,
  permission: 'folio-post',
  undoable: true,
})
