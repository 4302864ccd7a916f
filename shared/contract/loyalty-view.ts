import { z } from 'zod'
import { counters } from '../domain/loyalty/programme.ts'
import type { MembershipId, ProgrammeId } from '../values/index.ts'
import { businessDate, id, version } from './fields.ts'

const counter = z.enum(counters)

/** A membership as a profile shows it: tier, the way to the next, the tiers held before. */
export const membershipView = z.strictObject({
  id: id<MembershipId>(),
  version,
  number: z.string(),
  programmeId: id<ProgrammeId>(),
  programmeNameEn: z.string(),
  programmeNameZh: z.string(),
  joinedOn: businessDate,
  tier: z.strictObject({
    code: z.string(),
    nameEn: z.string(),
    nameZh: z.string(),
    since: businessDate,
    overridden: z.boolean(),
    /** The day the tier is next reviewed; null for the first tier, and where the file differs from what the stays give. */
    reviewOn: businessDate.nullable(),
  }),
  /** The qualifying period now, half-open, and what was counted in it. */
  period: z.strictObject({ from: businessDate, to: businessDate }),
  counted: z.record(counter, z.number()),
  /** Null at the top. Any one of `ways` reaches the tier; all counters of a way are needed. */
  next: z
    .strictObject({
      code: z.string(),
      nameEn: z.string(),
      nameZh: z.string(),
      ways: z.array(
        z.array(z.strictObject({ counter, have: z.number(), need: z.number(), missing: z.number() })),
      ),
    })
    .nullable(),
  /** `by`: what the user is called. */
  history: z.array(
    z.strictObject({ tier: z.string(), from: businessDate, reason: z.string(), by: z.string() }),
  ),
})
