/**
 * Who may agree another price than the hotel's: whoever changes bookings within a share of the plan's price, for
 * the small promises of a desk with a queue; beyond it that is a right of its own. What is given and not sold
 * (complimentary, house use) is another.
 */
import type { Right } from './rights.ts'

/** How far from the plan's price whoever changes bookings may set the rate of a night, in per cent, up or down. */
export const deskRateShare = 20

/** The right to give nights away. */
export const rightForGiven: Right = 'nights-give'

/** The right that this rate asks for where the plan asks that price; null for a small promise. */
export function rightForRate(rateMinor: number, priceMinor: number): Right | null {
  return Math.abs(rateMinor - priceMinor) * 100 <= deskRateShare * priceMinor ? null : 'rate-override'
}
