/**
 * Whether a booking may end as a bad debt: a stated rule over its guarantee and the guest's past, no model. What guests owe
 * joins with their folios; until then nothing is known of payments, a deposit asked for included.
 */

export type BadDebtFacts = {
  guarantee: string
  totalMinor: number
  earlierStays: number
  earlierNoShows: number
  /** The mean total of the hotel's bookings; null where there are none. */
  meanTotalMinor: number | null
  /** A deposit was asked for and was due before today. */
  depositDue: boolean
}

export const badDebtLevels = ['covered', 'low', 'watch', 'high'] as const
export type BadDebtLevel = (typeof badDebtLevels)[number]
export const badDebtReasons = [
  'guaranteed',
  'depositDue',
  'missedBefore',
  'firstAndLarge',
  'knownGuest',
  'smallAmount',
] as const
export type BadDebtReason = (typeof badDebtReasons)[number]

/** A first booking of so many times the mean total without a guarantee is worth a call. */
export const largeTimes = 2
/** What can be charged when the guest does not come. */
export const chargeableGuarantees: readonly string[] = ['deposit', 'non-refundable', 'company']

/** The level and the one reason that decides it. */
export function badDebtOf(facts: BadDebtFacts): { level: BadDebtLevel; reason: BadDebtReason } {
  if (facts.depositDue) return { level: 'watch', reason: 'depositDue' }
  if (chargeableGuarantees.includes(facts.guarantee)) return { level: 'covered', reason: 'guaranteed' }
  if (facts.earlierNoShows > 0) return { level: 'high', reason: 'missedBefore' }
  if (facts.earlierStays > 0) return { level: 'low', reason: 'knownGuest' }
  const isLarge = facts.meanTotalMinor !== null && facts.totalMinor >= largeTimes * facts.meanTotalMinor
  return isLarge ? { level: 'watch', reason: 'firstAndLarge' } : { level: 'low', reason: 'smallAmount' }
}
