/** The hotels around as one: what they sold, as it was typed in, and how this hotel stands beside them. */
import {
  type BusinessDate,
  isBusinessDate,
  maxMinor,
  monthLength,
  ok,
  type Result,
  refuse,
} from '../../values/index.ts'
import { ratioOf } from './measures.ts'
import type { Period } from './period.ts'

export type SetFigures = { roomsAvailable: number; roomsSold: number; revenueMinor: number }

/** `cells` by period: a month (2026-03) or a day (2026-03-02), never a month and days of it. The year is the set's id. */
export type CompSetImage = { hotels: string; cells: { [period: string]: SetFigures } }

/** Rooms of a month that no set reaches. */
export const maxRooms = 10_000_000

/** The index is this hotel's figure over the set's, 1 where they are the same; null where either does not exist. */
export type SetIndices = { mpi: number | null; ari: number | null; rgi: number | null }

/**
 * COMP_SET_INVALID: a period that is not of the year, a month beside its days, more rooms sold than there are, revenue without
 * rooms sold, more than a set can have.
 */
export function checkCompSet(year: number, { cells }: CompSetImage): Result<null, 'COMP_SET_INVALID'> {
  for (const [period, figures] of Object.entries(cells)) {
    const why = faultOf(year, period, figures) ?? (hasBoth(cells, period) ? 'both' : null)
    if (why) return refuse('COMP_SET_INVALID', { why, period })
  }
  return ok(null)
}

function faultOf(year: number, period: string, { roomsAvailable, roomsSold, revenueMinor }: SetFigures) {
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(period)
  if ((!isMonth && !isBusinessDate(period)) || Number(period.slice(0, 4)) !== year) return 'period'
  if (roomsSold > roomsAvailable) return 'sold'
  if (revenueMinor > 0 && roomsSold === 0) return 'revenue'
  return roomsAvailable > maxRooms || revenueMinor > maxMinor ? 'tooLarge' : null
}

function hasBoth(cells: CompSetImage['cells'], period: string): boolean {
  return isDay(period) && cells[period.slice(0, 7)] !== undefined
}

/** Whether a period is a day; the others are months. */
export function isDay(period: string): period is BusinessDate {
  return period.length > 7
}

/**
 * Penetration of occupancy, of rate and of revenue per room: own figures over those of the set, over the same days. Ratios of
 * sums, so that a period's index is not the mean of its months'.
 */
export function indicesOf(own: SetFigures, set: SetFigures): SetIndices {
  const [ours, theirs] = [figuresOf(own), figuresOf(set)]
  return {
    mpi: ratioOf(ours.occupancy, theirs.occupancy),
    ari: ratioOf(ours.adr, theirs.adr),
    rgi: ratioOf(ours.revpar, theirs.revpar),
  }
}

function figuresOf({ roomsAvailable, roomsSold, revenueMinor }: SetFigures) {
  return {
    occupancy: ratioOf(roomsSold, roomsAvailable),
    adr: ratioOf(revenueMinor, roomsSold),
    revpar: ratioOf(revenueMinor, roomsAvailable),
  }
}

/** The periods of a set that lie in a span as a whole; a month that it cuts is left out and counted. */
export function periodsWithin(
  periods: readonly string[],
  { from, to }: Period,
): { whole: string[]; cut: number } {
  const whole: string[] = []
  let cut = 0
  for (const period of periods) {
    const first = isDay(period) ? period : `${period}-01`
    const last = isDay(period) ? period : lastDayOf(period)
    if (first >= from && last < to) whole.push(period)
    else if (last >= from && first < to) cut++
  }
  return { whole, cut }
}

function lastDayOf(month: string): string {
  return `${month}-${monthLength(Number(month.slice(0, 4)), Number(month.slice(5)))}`
}
