import type { CellKind } from './result.ts'

/**
 * Figures that managers read. Each is a sum over room-nights, rooms or bookings, or a ratio of two sums: over a period it is
 * the ratio of the sums, never a mean of ratios.
 */
export const nightMeasures = [
  'roomsSold',
  'nightsOccupied',
  'complimentary',
  'houseUse',
  'roomRevenue',
  'guestNights',
  'dayUse',
] as const
export const roomMeasures = ['inventory', 'outOfOrder', 'roomsAvailable'] as const
/** By the date of arrival or of creation, as the report says. */
export const bookingMeasures = [
  'bookings',
  'arrivals',
  'cancelled',
  'noShows',
  'bookedNights',
  'bookedRevenue',
  'lostNights',
  'lostRevenue',
  'leadDays',
] as const

export const ratios = {
  occupancy: ['roomsSold', 'roomsAvailable'],
  adr: ['roomRevenue', 'roomsSold'],
  revpar: ['roomRevenue', 'roomsAvailable'],
  cancellationRate: ['cancelled', 'bookings'],
  noShowRate: ['noShows', 'arrivalsDue'],
  meanStay: ['bookedNights', 'bookings'],
  meanLead: ['leadDays', 'bookings'],
} as const

export type RatioName = keyof typeof ratios
export type SumName =
  | (typeof nightMeasures)[number]
  | (typeof roomMeasures)[number]
  | (typeof bookingMeasures)[number]
  | 'arrivalsDue'
export type MeasureName = SumName | RatioName

const kinds: Readonly<Partial<Record<MeasureName, CellKind>>> = {
  roomRevenue: 'money',
  bookedRevenue: 'money',
  lostRevenue: 'money',
  adr: 'money',
  revpar: 'money',
  occupancy: 'share',
  cancellationRate: 'share',
  noShowRate: 'share',
  meanStay: 'number',
  meanLead: 'number',
}

export function kindOf(name: MeasureName): CellKind {
  return kinds[name] ?? 'count'
}

/** Whether it shows money: what a clerk does not see where the hotel wishes so. */
export function isRevenue(name: MeasureName): boolean {
  return kindOf(name) === 'money'
}

/** Ratio of two sums; null for a zero or unknown denominator, which prints as —. */
export function ratioOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  return part == null || !whole ? null : part / whole
}

/** Money over a count, to the nearest minor unit, half away from zero; null as in ratioOf. */
export function moneyPer(minor: number | null | undefined, count: number | null | undefined): number | null {
  const ratio = ratioOf(minor, count)
  return ratio === null ? null : Math.sign(ratio) * Math.round(Math.abs(ratio))
}
