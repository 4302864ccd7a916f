/**
 * What a profile shows of a membership: the tier, the way to the next with what is missing, the tiers held.
 * Everything is worked out from the stays each time, so that a corrected stay corrects the tier, and the
 * answer of any day can be had again.
 */
import { addMonths, type BusinessDate } from '../../values/index.ts'
import { overNoShowCap } from './counting.ts'
import {
  type Counters,
  type LoyaltyStay,
  type Need,
  type Period,
  type ProgrammeParameters,
  type Tier,
  waysOf,
} from './programme.ts'
import { type MemberFacts, standingOn, type TierStep } from './review.ts'

export interface Progress {
  tier: Tier
  since: BusinessDate
  /** First day the tier is looked at again; null for the first tier. */
  reviewOn: BusinessDate | null
  byHand: boolean
  period: Period
  counted: Counters
  /** The tier above and every way to it, until the period ends; null at the top. */
  next: { tier: Tier; ways: Need[][]; until: BusinessDate } | null
  /** What keeps the tier at its review, by the counters of now; null for the first tier. */
  keeping: Need[][] | null
  /** More no-shows than the programme allows: nothing can be reached in this period. */
  blockedByNoShows: boolean
}

/** A member’s standing on a business date: tier, counters, and what is missing for the next, ready for words. */
export function progress(
  parameters: ProgrammeParameters,
  member: MemberFacts,
  stays: readonly LoyaltyStay[],
  businessDate: BusinessDate,
): Progress {
  const standing = standingOn(parameters, member, stays, businessDate)
  const tier = parameters.tiers[standing.tier] as Tier
  const above = parameters.tiers[standing.tier + 1]
  const kept = tier.retention ?? tier.entry
  return {
    tier,
    since: standing.since,
    reviewOn: standing.reviewOn,
    byHand: standing.byHand,
    period: standing.period,
    counted: standing.counted,
    next: above?.entry
      ? { tier: above, ways: waysOf(above.entry, standing.counted), until: standing.period.to }
      : null,
    keeping: kept ? waysOf(kept, standing.counted) : null,
    blockedByNoShows: overNoShowCap(parameters, standing.counted),
  }
}

/** The tiers held, oldest first: joined, earned, lost at a review, given by hand. */
export function tierHistory(
  parameters: ProgrammeParameters,
  member: MemberFacts,
  stays: readonly LoyaltyStay[],
  businessDate: BusinessDate,
): TierStep[] {
  return standingOn(parameters, member, stays, businessDate).steps
}

/** When points earned on a day expire, if nothing else is earned or redeemed after `lastActivity`; null: never. */
export function pointsExpireOn(
  parameters: ProgrammeParameters,
  tierCode: string,
  earnedOn: BusinessDate,
  lastActivity: BusinessDate,
): BusinessDate | null {
  const { expiry, neverFromTier } = parameters.points
  const rank = (code: string | null) => parameters.tiers.findIndex((tier) => tier.code === code)
  if (expiry.kind === 'never') return null
  if (neverFromTier !== null && rank(tierCode) >= rank(neverFromTier)) return null
  return addMonths(expiry.kind === 'inactivity' ? lastActivity : earnedOn, expiry.months)
}
