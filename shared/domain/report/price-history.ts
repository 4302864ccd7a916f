import { priceOf } from '../rate/rate-plan.ts'

/** An amount from a change of the log on, 0 for what a plan or type was made with; null: none, so that the type's base rate is asked. */
export type PriceSince = { seq: number; minor: number | null }

/** Amounts as they were set, oldest first: of plans by plan and charged type, base rates by type. */
export type PriceHistory = {
  plans: ReadonlyMap<string, readonly PriceSince[]>
  types: ReadonlyMap<number, readonly PriceSince[]>
}

export function planKey(ratePlanId: number, roomTypeId: number): string {
  return `${ratePlanId}/${roomTypeId}`
}

/** What a night of a type cost by a plan at a change of the log, in minor units. */
export function priceAt(history: PriceHistory, ratePlanId: number, roomTypeId: number, seq: number): number {
  const own = amountAt(history.plans.get(planKey(ratePlanId, roomTypeId)), seq)
  return priceOf(
    { prices: own === null ? {} : { [roomTypeId]: own } },
    { id: roomTypeId, baseRateMinor: amountAt(history.types.get(roomTypeId), seq) ?? 0 },
  )
}

/** Whether a type ever had but one price by a plan, so that it does not matter when a rate was given. */
export function isOnePrice(history: PriceHistory, ratePlanId: number, roomTypeId: number): boolean {
  const [own, ...later] = history.plans.get(planKey(ratePlanId, roomTypeId)) ?? []
  if (!own) return (history.types.get(roomTypeId) ?? []).length <= 1
  return later.length === 0 && own.seq === 0
}

function amountAt(amounts: readonly PriceSince[] = [], seq: number): number | null {
  return amounts.findLast((one) => one.seq <= seq)?.minor ?? null
}
