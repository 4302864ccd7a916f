import { z } from 'zod'
import { protectedRiskFacts, riskCategories, riskNumbers } from '../domain/insight/risk/made.ts'
import { businessDate } from './fields.ts'

const count = z.number().int().nonnegative()
const chance = z.number().min(0).max(1)
const minor = z.number().int()

export const riskFact = z.enum([...riskNumbers, ...riskCategories].map(({ name }) => name))
/** A fact and by how much it moves the probability, in points of it (0.12 = 12 points up). */
export const riskDriver = z.strictObject({ fact: riskFact, points: z.number() })
/** From the first to the last one. */
export const arrivalDates = z.strictObject({ from: businessDate, to: businessDate })

const fit = z.strictObject({
  auc: chance.nullable(),
  calibrationError: z.number(),
  baseRate: chance,
  /** Ten of equally many bookings: the mean probability given, and the share that came. */
  bins: z.array(z.strictObject({ bookings: count, given: chance, came: chance })),
})

/** What the run of kind `risk` finds; what is of one booking is in `insight.bookingRisk`. */
export const riskReport = z.strictObject({
  /** `rates`: too little past for a model, plain shares by segment and channel. */
  source: z.enum(['model', 'rates']),
  /** Bookings with a known outcome, and how many of them the model learnt from. */
  bookings: count,
  arrivals: arrivalDates,
  cancelled: chance,
  noShow: chance,
  facts: z.array(riskFact),
  /** Traits of the person that the settings allow. */
  allowed: z.array(z.enum(protectedRiskFacts)),
  takenBack: count,
  /** On the books; of these left out because the guest is; confirmed with an arrival in the past. */
  scored: count,
  excluded: count,
  late: count,
  /** On later arrivals that were not learnt from; null where they are too few. */
  check: z
    .strictObject({
      learnt: count,
      bookings: count,
      arrivals: arrivalDates,
      away: fit,
      cancel: fit,
      noShow: fit,
      ahead: z.array(
        z.strictObject({
          days: count,
          checked: count,
          off: z.number(),
          offIfAllCome: z.number(),
          within: chance,
        }),
      ),
    })
    .nullable(),
  drivers: z.array(riskDriver),
  costs: z
    .strictObject({
      walkedMinor: minor,
      emptyMinor: minor,
      /** Null where the hotel said both itself. */
      meanRateMinor: minor.nullable(),
    })
    .nullable(),
  /** Rooms beyond the physical ones that the room types may be sold to now. */
  allowance: count,
  days: z.array(
    z.strictObject({
      day: businessDate,
      booked: count,
      expected: z.number(),
      from: count,
      to: count,
      rooms: count,
      night: count,
      nightExpected: z.number(),
      hint: z
        .strictObject({
          limit: count,
          beyond: count,
          ratio: chance,
          costAtRoomsMinor: minor,
          costAtLimitMinor: minor,
        })
        .nullable(),
    }),
  ),
})
