/**
 * Who may agree another price than the hotel's: a clerk within a share of the plan's price, for the small promises of a
 * desk with a queue; a manager beyond it. What is given and not sold (complimentary, house use) is a manager's.
 */
import type { Role } from './roles.ts'

/** How far from the plan's price a clerk may set the rate of a night, in per cent, up or down. */
export const clerkRateShare = 20

/** The least role that may give nights away. */
export const roleForGiven: Role = 'manager'

/** The least role that may set this rate where the plan asks that price. */
export function roleForRate(rateMinor: number, priceMinor: number): Role {
  return Math.abs(rateMinor - priceMinor) * 100 <= clerkRateShare * priceMinor ? 'clerk' : 'manager'
}
