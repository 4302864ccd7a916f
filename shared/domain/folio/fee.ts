/** What a guest owes who cancels late, does not come or leaves early, by the hotel's policy. */
import {
  addDays,
  type BusinessDate,
  fraction,
  type RatePlanId,
  roundFraction,
  sumMoney,
} from '../../values/index.ts'
import type { FeeCharge, FeeKind, FeePolicyImage, FeePolicyTerms, FeeTier } from './fee-policy.ts'

/** A booking as a fee sees it: its nights with their rates, minor units. */
export type FeeBooking = {
  arrival: BusinessDate
  nights: readonly { date: BusinessDate; rateMinor: number }[]
}

/** The hotel's own day and clock time (`18:00`), not the business date: at two in the night it is the next day. */
export type FeeMoment = { date: BusinessDate; time: string }

export type Fee = { kind: FeeKind; charge: FeeCharge; feeMinor: number }

/**
 * The fee of a cancellation: of the window that began last, where the first minute of a window belongs to it. Before the first
 * window it costs nothing. After the day of arrival it is a no-show, because the room was kept.
 */
export function cancellationFee(terms: FeePolicyTerms, booking: FeeBooking, at: FeeMoment): Fee {
  if (at.date > booking.arrival) return noShowFee(terms, booking)
  const charge = tierAt(terms.cancellation, booking.arrival, at)?.charge ?? { kind: 'none' }
  return { kind: 'cancellation', charge, feeMinor: amountOf(charge, ratesOf(booking.nights)) }
}

/** The fee of a guest who did not come. */
export function noShowFee(terms: FeePolicyTerms, booking: FeeBooking): Fee {
  return { kind: 'no-show', charge: terms.noShow, feeMinor: amountOf(terms.noShow, ratesOf(booking.nights)) }
}

/** The fee of a guest who leaves on a day before the departure: of the nights from that day on. None given up, no fee. */
export function earlyDepartureFee(terms: FeePolicyTerms, booking: FeeBooking, leavingOn: BusinessDate): Fee {
  const givenUp = booking.nights.filter((night) => night.date >= leavingOn)
  const charge = terms.earlyDeparture
  return {
    kind: 'early-departure',
    charge,
    feeMinor: givenUp.length === 0 ? 0 : amountOf(charge, ratesOf(givenUp)),
  }
}

/** The active policy that names a rate plan, else the first that names none; null where there is neither. */
export function policyOf<P extends FeePolicyImage>(
  policies: readonly P[],
  ratePlanId: RatePlanId | null,
): P | null {
  const active = policies.filter((policy) => policy.active)
  const named = active.find(({ terms }) => ratePlanId !== null && terms.ratePlanIds.includes(ratePlanId))
  return named ?? active.find(({ terms }) => terms.ratePlanIds.length === 0) ?? null
}

/** The window that holds at a moment: of those that have begun the last, whatever order they are written in. */
function tierAt(tiers: readonly FeeTier[], arrival: BusinessDate, at: FeeMoment): FeeTier | null {
  const now = `${at.date} ${at.time}`
  const begun = tiers
    .map((tier) => ({ tier, from: beginOf(tier, arrival) }))
    .filter(({ from }) => from <= now)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return begun.at(-1)?.tier ?? null
}

/** When a window begins, as text that sorts; empty for one that always has. */
function beginOf(tier: FeeTier, arrival: BusinessDate): string {
  return tier.daysBefore === null ? '' : `${addDays(arrival, -tier.daysBefore)} ${tier.time}`
}

function amountOf(charge: FeeCharge, rates: readonly number[]): number {
  switch (charge.kind) {
    case 'none':
      return 0
    case 'flat':
      return charge.amountMinor
    case 'percent':
      return roundFraction(fraction(BigInt(sumMoney(rates)) * BigInt(charge.basisPoints), 10_000n))
    case 'nights':
      return sumMoney(rates.slice(0, charge.nights))
  }
}

function ratesOf(nights: FeeBooking['nights']): number[] {
  return nights.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map((night) => night.rateMinor)
}
