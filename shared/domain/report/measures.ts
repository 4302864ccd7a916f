import type { CellKind } from './result.ts'

/**
 * Figures that managers read. Each is a sum over room-nights, rooms or bookings, or a ratio of two sums: over a period it is
 * the ratio of the sums, never a mean of ratios.
 */
export type MeasureName = SumName | RatioName

type SumName = NightMeasure | RoomMeasure | BookingMeasure | 'totalRevenue'
type NightMeasure =
  | 'roomsSold'
  | 'nightsOccupied'
  | 'complimentary'
  | 'houseUse'
  | 'roomRevenue'
  | 'guestNights'
  | 'dayUse'
type RoomMeasure = 'inventory' | 'outOfOrder' | 'roomsAvailable'
/** By the date of arrival or of creation, as the report says. */
type BookingMeasure =
  | 'bookings'
  | 'arrivals'
  | 'arrivalsDue'
  | 'cancelled'
  | 'noShows'
  | 'bookedNights'
  | 'bookedRevenue'
  | 'lostNights'
  | 'lostRevenue'
  | 'leadDays'
type RatioName =
  | 'occupancy'
  | 'adr'
  | 'revpar'
  | 'trevpar'
  | 'cancellationRate'
  | 'noShowRate'
  | 'meanStay'
  | 'meanLead'

const kinds: Readonly<Partial<Record<MeasureName, CellKind>>> = {
  roomRevenue: 'money',
  bookedRevenue: 'money',
  lostRevenue: 'money',
  adr: 'money',
  revpar: 'money',
  totalRevenue: 'money',
  trevpar: 'money',
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
