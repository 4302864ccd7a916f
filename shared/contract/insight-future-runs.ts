/** What the runs about the future of guests find: fits, the year held out, who is due, the test on earlier months. */
import { z } from 'zod'
import { guestGroups } from '../domain/insight/future/fit-guests.ts'
import { visitModels } from '../domain/insight/future/model.ts'
import { leavingLevels } from '../domain/insight/leaving/risk.ts'
import type { GuestId } from '../values/index.ts'
import { businessDate, id } from './fields.ts'

const count = z.number().int().nonnegative()
const share = z.number().min(0).max(1)
/** Why there is no number, with what it needs: worded under `insightFuture.failure`. */
const failure = z.strictObject({
  code: z.enum(['tooFewGuests', 'tooFewReturned', 'notConverged', 'notAsked', 'tooFewGaps', 'tooShort']),
  params: z.record(z.string(), z.number()),
})

const group = z.strictObject({
  group: z.enum(guestGroups),
  guests: count,
  /** With two stays and more. */
  returned: count,
  model: z
    .strictObject({
      kind: z.enum(visitModels),
      /** By their published names; times in weeks. */
      parameters: z.record(z.string(), z.number()),
      /** Standard errors of their logarithms, in the same order. */
      errors: z.array(z.number()),
      logLikelihood: z.number(),
    })
    .nullable(),
  /** Why there is no model; null where there is one. */
  failure: failure.nullable(),
  /** Amounts in minor units; null where the mean of each guest stands for itself. */
  spending: z.strictObject({ p: z.number(), q: z.number(), v: z.number() }).nullable(),
  expected12: z.number(),
  expected36: z.number(),
  value12Minor: count,
  value36Minor: count,
})

const order = z.strictObject({ model: share.nullable(), recency: share.nullable() })

export const futureOutput = z.strictObject({
  guests: count,
  excluded: count,
  /** One guest with half of all stays or more: an agency or a collective name, left out. */
  collective: z.strictObject({ guestId: id<GuestId>(), stays: count, share }).nullable(),
  /** Per cent a year. */
  discount: z.number(),
  groups: z.array(group),
  /** Guests by how their figures came about. */
  byModel: count,
  byRhythm: count,
  without: count,
  heldOut: z
    .strictObject({
      cut: businessDate,
      guests: count,
      expected: z.number(),
      actual: count,
      periods: z.array(z.strictObject({ from: businessDate, expected: z.number(), actual: count })),
      buckets: z.array(z.strictObject({ stays: count, guests: count, expected: z.number(), actual: count })),
      /** The chance that a guest who came is put before one who did not: by what is expected, and by recency alone. */
      order,
      orderOfReturned: order,
    })
    .nullable(),
  /** Why no year could be held out. */
  heldOutFailure: failure.nullable(),
})

export const leavingOutput = z.strictObject({
  levels: z.array(
    z.strictObject({
      level: z.enum(leavingLevels),
      guests: count,
      /** Of these, with a single stay. */
      once: count,
      atRiskMinor: count,
    }),
  ),
  /** The hotel's gaps between stays; null where there are too few, and nobody is judged. */
  interval: z.strictObject({ median: z.number(), gaps: count }).nullable(),
  /** Null: by the rhythm alone. */
  model: z.enum(visitModels).nullable(),
  little: failure.nullable(),
})

const hits = z.strictObject({
  flagged: count,
  right: count,
  precision: share.nullable(),
  recall: share.nullable(),
  lift: z.number().nullable(),
  auc: share.nullable(),
})

export const leavingTestOutput = z.strictObject({
  months: z.array(
    z.strictObject({
      asOf: businessDate,
      guests: count,
      leavers: count,
      rule: hits,
      naive: hits,
      /** Days since the last stay from which the naive rule flags, so that it flags as many. */
      naiveDays: z.number().nullable(),
    }),
  ),
  all: z.strictObject({ guests: count, leavers: count, rule: hits, naive: hits }).nullable(),
  /** Left: no stay began within so many days. Asked: guests of so many stays and more, with nothing to come. */
  definition: z
    .strictObject({ horizonDays: count, level: z.enum(leavingLevels), fewestStays: count })
    .nullable(),
  little: failure.nullable(),
})
