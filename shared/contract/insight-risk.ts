import { z } from 'zod'
import { badDebtLevels, badDebtReasons } from '../domain/insight/risk/bad-debt.ts'
import type { BookingId, GuestId } from '../values/index.ts'
import { businessDate, id, moment, nextPage, pageBy, sortedKey } from './fields.ts'
import { arrivalDates, riskDriver } from './insight-risk-report.ts'
import { query } from './operation.ts'

const count = z.number().int().nonnegative()
const chance = z.number().min(0).max(1)
const minor = z.number().int()

/** With what the booking has of it: a word or an id of a category, or a number in the fact's unit. */
const reason = riskDriver.extend({
  word: z.string().nullable(),
  /** The name of an account, where `word` is its id. */
  name: z.string().nullable(),
  value: z.number().nullable(),
})
const badDebt = z.strictObject({
  level: z.enum(badDebtLevels),
  reason: z.enum(badDebtReasons),
  /** What is owed, where that is the reason. */
  amountMinor: minor.nullable(),
})

const risk = {
  cancel: chance,
  noShow: chance,
  /** Together: that nobody comes. */
  away: chance,
  /** The same on the day the booking was made. */
  awayWhenMade: chance,
  reasons: z.array(reason),
  badDebt,
}

const riskRow = z.strictObject({
  id: id<BookingId>(),
  confirmationNo: z.string(),
  guestId: id<GuestId>(),
  guestName: z.string(),
  guestLatinName: z.string(),
  arrival: businessDate,
  nights: count,
  roomTypeCode: z.string(),
  channel: z.string(),
  roomRevenueMinor: minor,
  ...risk,
})

export const bookingRisk = query({
  name: 'insight.bookingRisk',
  about:
    'What may become of a booking that is to come, and why; null where nothing was computed or its guest is left out.',
  input: z.strictObject({ id: id<BookingId>() }),
  output: z
    .strictObject({
      ...risk,
      source: z.enum(['model', 'rates']),
      asOf: businessDate,
      moment,
      learnt: arrivalDates,
    })
    .nullable(),
  permission: 'insight-hints',
  reads: ['insight', 'booking', 'guest-judgement'],
})

export const dayRisk = query({
  name: 'insight.dayRisk',
  about: 'The arrivals of a day with what may become of each, the least sure first.',
  input: z.strictObject({ date: businessDate }),
  output: z.strictObject({
    rows: z.array(riskRow),
    /** Arrivals of the day without a row: of guests who are left out, or booked since it was computed. */
    without: count,
  }),
  permission: 'insight-hints',
  reads: ['insight', 'booking', 'guest-judgement'],
})

export const riskBookings = query({
  name: 'insight.riskBookings',
  about:
    'The bookings to come whose chance that nobody comes, on the day they were made, is at least `from` and below `to` (absent: up to 1), the next arrival first.',
  input: z.strictObject({ from: chance, to: chance.optional(), ...pageBy(sortedKey('string', 'number')) }),
  output: z.strictObject({ rows: z.array(riskRow), next: nextPage }),
  permission: 'insight-hints',
  reads: ['insight', 'booking', 'guest-judgement'],
})
