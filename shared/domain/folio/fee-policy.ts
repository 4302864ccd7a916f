/** What a cancellation, a no-show or an early departure costs, by the hotel's policy. */
import type { RatePlanId } from '../../values/index.ts'

/** flat: minor units; percent: hundredths of a per cent of the stay (of the nights given up, for an early departure); nights: the first so many. */
export type FeeCharge =
  | { kind: 'none' }
  | { kind: 'flat'; amountMinor: number }
  | { kind: 'percent'; basisPoints: number }
  | { kind: 'nights'; nights: number }

/** Holds from `time` on the day so many days before arrival until the next tier begins; null: at any time before. */
export type FeeTier = { daysBefore: number | null; time: string; charge: FeeCharge }

export type FeePolicyTerms = {
  /** None named: every rate plan that no other policy names. */
  ratePlanIds: RatePlanId[]
  cancellation: FeeTier[]
  noShow: FeeCharge
  earlyDeparture: FeeCharge
}

export type FeePolicyImage = {
  code: string
  nameEn: string
  nameZh: string
  terms: FeePolicyTerms
  active: boolean
}

export const feeKinds = ['cancellation', 'no-show', 'early-departure'] as const
export type FeeKind = (typeof feeKinds)[number]
