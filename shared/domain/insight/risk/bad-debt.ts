/**
 * Whether a booking may end as a bad debt: a stated rule over what is owed already, its guarantee and the guest's past, no model.
 */

export type BadDebtFacts = {
  guarantee: string
  totalMinor: number
  earlierStays: number
  earlierNoShows: number
  /** The mean total of the hotel's bookings; null where there are none. */
  meanTotalMinor: number | null
  /** What did not come in of a deposit that was due before today; 0 where all did. */
  depositDueMinor: number
  /** What the guest left unpaid at earlier stays. */
  leftMinor: number
  /** What the account that pays this booking is overdue with; 0 where no account does. */
  overdueMinor: number
}

export const badDebtLevels = ['covered', 'low', 'watch', 'high'] as const
export type BadDebtLevel = (typeof badDebtLevels)[number]
export const badDebtReasons = [
  'leftUnpaid',
  'accountOverdue',
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
export const chargeableGuarantees: readonly string[] = ['deposit', 'non-refundable', 'company', 'card']

/** `amountMinor`: what the reason is about; null where it is about no amount that is owed. */
export type BadDebt = { level: BadDebtLevel; reason: BadDebtReason; amountMinor: number | null }

/** The level and the one reason that decides it. */
export function badDebtOf(facts: BadDebtFacts): BadDebt {
  const { leftMinor, overdueMinor, depositDueMinor } = facts
  const told = (level: BadDebtLevel, reason: BadDebtReason, amountMinor: number | null = null) => ({
    level,
    reason,
    amountMinor,
  })
  if (leftMinor > 0) return told('high', 'leftUnpaid', leftMinor)
  if (depositDueMinor > 0) return told('watch', 'depositDue', depositDueMinor)
  if (overdueMinor > 0) return told('watch', 'accountOverdue', overdueMinor)
  if (chargeableGuarantees.includes(facts.guarantee)) return told('covered', 'guaranteed')
  if (facts.earlierNoShows > 0) return told('high', 'missedBefore')
  if (facts.earlierStays > 0) return told('low', 'knownGuest')
  const isLarge = facts.meanTotalMinor !== null && facts.totalMinor >= largeTimes * facts.meanTotalMinor
  return isLarge ? told('watch', 'firstAndLarge') : told('low', 'smallAmount')
}
