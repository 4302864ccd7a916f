import type { BusinessDate } from '#shared/values/index.ts'

type Stay = { arrival: BusinessDate; departure: BusinessDate }

/**
 * The departure that a sold-out night leaves open: the day of that night, if the stay can still end there and would not
 * end there anyway. Of an overdue stay a night that has passed leaves none: only another type or more to sell helps.
 */
export function departureBefore(
  night: BusinessDate,
  { arrival, departure }: Stay,
  businessDate: BusinessDate,
): BusinessDate | null {
  return night > arrival && night >= businessDate && night !== departure ? night : null
}
