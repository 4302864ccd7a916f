import { z } from 'zod'
import { classesOf, rfmSegments } from '../domain/insight/value/classes.ts'
import { businessDate } from './fields.ts'

const count = z.number().int().nonnegative()
const share = z.number().min(0).max(1)
const classCount = z.strictObject({ name: z.string(), guests: count, revenueMinor: z.number() })
const kinds = Object.fromEntries(Object.keys(classesOf).map((kind) => [kind, z.array(classCount)])) as Record<
  keyof typeof classesOf,
  z.ZodArray<typeof classCount>
>
const one = z.strictObject({ recencyDays: z.number(), frequency: z.number(), monetary: z.number() })
const four = z.array(z.number()).length(4)

/** What the run `value` finds: ValueSummary of shared/domain/insight/value/summary.ts. */
export const valueFigures = z.strictObject({
  guests: count,
  prospects: count,
  excluded: count,
  revenueMinor: z.number(),
  contributionMinor: z.number(),
  /** Completed bookings of those guests, how many have their revenue from the ledger, and what of it is not of rooms. */
  ledger: z.strictObject({ bookings: count, posted: count, otherMinor: z.number() }),
  /** Whether any cost of what was given is set: else contribution is revenue. */
  costsKnown: z.boolean(),
  /** How much was given: nights for nothing, stays in a better room than paid. */
  given: z.strictObject({ nights: count, upgrades: count }),
  cuts: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('mean'), cuts: one }),
    z.strictObject({ kind: z.literal('hand'), cuts: one }),
    z.strictObject({
      kind: z.literal('quintile'),
      cuts: z.strictObject({ recencyDays: four, frequency: four, monetary: four }),
    }),
  ]),
  means: z
    .strictObject({ recencyDays: z.number(), frequency: z.number(), monetaryMinor: z.number() })
    .nullable(),
  classes: z.strictObject(kinds),
  map: z.array(z.strictObject({ days: count, stays: count, guests: count, revenueMinor: z.number() })),
  spread: z
    .strictObject({
      guests: count,
      revenue: z.number(),
      curve: z.array(z.number()).length(101),
      guestsForHalf: share,
      guestsForEighty: share,
      leastHigh: z.number().nullable(),
      leastMiddle: z.number().nullable(),
    })
    .nullable(),
  matrix: z.strictObject({
    current: z.number(),
    potential: z.number(),
    potentialFrom: z.enum(['future', 'yearly']),
    currentMinor: z.array(z.number()).length(4),
    potentialMinor: z.array(z.number()).length(4),
  }),
})

/** What the run `value-moves` takes and finds: counts by place in `rfmSegments` plus 1, 0 for no stay by then. */
export const movesParams = z.strictObject({ from: businessDate })
export const movesFigures = z.strictObject({
  from: businessDate,
  counts: z.array(z.array(count).length(rfmSegments.length + 1)).length(rfmSegments.length + 1),
  guests: count,
  stayed: count,
})
