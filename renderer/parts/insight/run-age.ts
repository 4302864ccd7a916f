import { nightsBetween } from '#shared/values/business-date.ts'
import type { BusinessDate } from '#shared/values/index.ts'

/** When results were computed, and of which date they are. */
export type Computed = { asOf: BusinessDate; moment: string }

/** By how many days results are of before the business date. */
export function daysBehindOf(asOf: BusinessDate, businessDate: BusinessDate): number {
  return Math.max(0, nightsBetween(asOf, businessDate))
}

/**
 * What has to be said of the age of results: null where they are of today, or where the page says the same above
 * (`above`: the moment of the computation that it names; null where it names none).
 */
export function ageOf(
  { asOf, moment }: Computed,
  businessDate: BusinessDate,
  above?: string | null,
): { daysBehind: number; old: boolean } | null {
  const daysBehind = daysBehindOf(asOf, businessDate)
  const saidAbove = above === undefined ? daysBehind === 0 : above === moment
  if (saidAbove) return null
  return { daysBehind, old: daysBehind > 0 || (above != null && moment < above) }
}
