import { type BusinessDate, nightsBetween } from '../../values/index.ts'
import { bandOf } from './dimensions.ts'

/** Bands of days since a charge, by their lower bounds. */
export const ageBands = [0, 8, 31, 61, 91] as const
export type AgeBand = (typeof ageBands)[number]

export type Aged = { day: BusinessDate; grossMinor: number }

/**
 * How old what a folio owes is: payments pay the oldest charges first, so that what is open are the newest. `charges`: newest
 * first. What no charge explains (an opening balance that was negative once) is as old as the oldest of them.
 */
export function ageBalance(
  balanceMinor: number,
  charges: Iterable<Aged>,
  on: BusinessDate,
): Map<AgeBand, number> {
  const open = new Map<AgeBand, number>()
  const add = (band: AgeBand, minor: number) => open.set(band, (open.get(band) ?? 0) + minor)
  let left = balanceMinor
  let oldest: AgeBand = 0
  for (const { day, grossMinor } of charges) {
    if (left <= 0) break
    const part = Math.min(left, grossMinor)
    oldest = bandOf(ageBands, Math.max(nightsBetween(day, on), 0)) as AgeBand
    add(oldest, part)
    left -= part
  }
  if (left > 0) add(oldest, left)
  return open
}
