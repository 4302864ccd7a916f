/** A rate plan: what a night costs by type, which meal comes with it, and whether its nights are rooms sold. */

import type { AccountId } from '../../values/index.ts'
import type { AccountKind } from '../account/account.ts'

/** Meals as hotels abbreviate them; `undefined-meal` is a source's own word for “none stated”. */
export const meals = ['room-only', 'breakfast', 'half-board', 'full-board', 'undefined-meal'] as const
export type Meal = (typeof meals)[number]

/** Complimentary and house use nights are given, not sold. */
export const ratePlanKinds = ['sold', 'complimentary', 'house-use'] as const
export type RatePlanKind = (typeof ratePlanKinds)[number]

/** Minor units a night by room type id; a type that is absent asks its base rate. */
export type PricesByType = { [roomTypeId: string]: number }

export type RatePlanImage = {
  code: string
  nameEn: string
  nameZh: string
  meal: string
  kind: string
  /** Whether its nights count for loyalty. */
  qualifies: boolean
  active: boolean
  prices: PricesByType
} & PlanTerms

/**
 * What a booking on the plan is unless the clerk says otherwise, and the account that it must name. Null: the plan says
 * nothing of it.
 */
export type PlanTerms = {
  segment: string | null
  channel: string | null
  guarantee: string | null
  /** A booking on the plan names an account of this kind. */
  accountKind: AccountKind | null
  /** The one that it names unless the clerk chooses another. */
  accountId: AccountId | null
}

/** A plan that leaves everything to the clerk. */
export const noTerms: PlanTerms = {
  segment: null,
  channel: null,
  guarantee: null,
  accountKind: null,
  accountId: null,
}

/**
 * What a booking has once its plan becomes another: what the former plan had set goes with the plan, what was said for
 * this booking stays.
 */
export function followPlan(now: string, former: string | null | undefined, next: string | null): string {
  return next !== null && now === former ? next : now
}

/** The account of a kind that the plan brings along; null where it brings none. */
export function accountOfPlan(terms: PlanTerms | undefined, kind: AccountKind): AccountId | null {
  return terms?.accountKind === kind ? terms.accountId : null
}

/** What a night of a type costs by a plan: the plan's own price, else the type's base rate, minor units. */
export function priceOf(
  plan: { prices: PricesByType } | undefined,
  type: { id: number; baseRateMinor: number },
): number {
  return plan?.prices[type.id] ?? type.baseRateMinor
}

/** Complimentary and house use rooms are given, not sold; a booking without a rate plan on file was sold. */
export function isSold(planKind: string | null, segment: string): boolean {
  return (planKind ?? 'sold') === 'sold' && segment !== 'complimentary'
}
