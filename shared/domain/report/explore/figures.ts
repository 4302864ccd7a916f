import { moneyPer, ratioOf } from '../measures.ts'
import type { ExploreMeasure } from './ask.ts'

/** Sums of a group of room-nights; rooms are null where they are not known by what it is grouped by. */
export type PivotSums = {
  roomsSold: number
  nightsOccupied: number
  complimentary: number
  houseUse: number
  /** Minor units. */
  roomRevenue: number
  guestNights: number
  roomsAvailable: number | null
  outOfOrder: number | null
}

/** Of no night, and of rooms that are not known. */
export const emptySums: PivotSums = {
  roomsSold: 0,
  nightsOccupied: 0,
  complimentary: 0,
  houseUse: 0,
  roomRevenue: 0,
  guestNights: 0,
  roomsAvailable: null,
  outOfOrder: null,
}

/** A figure of sums: a sum, or a ratio of two of them; null for an unknown or zero denominator. */
export function figureOf(sums: PivotSums, measure: ExploreMeasure): number | null {
  if (measure === 'occupancy') return ratioOf(sums.roomsSold, sums.roomsAvailable)
  if (measure === 'adr') return moneyPer(sums.roomRevenue, sums.roomsSold)
  if (measure === 'revpar') return moneyPer(sums.roomRevenue, sums.roomsAvailable)
  return sums[measure]
}
