/** A rate plan: what a night costs by type, which meal comes with it, and whether its nights are rooms sold. */

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
