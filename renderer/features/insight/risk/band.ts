import type { Report } from './report.ts'

export type Bin = NonNullable<Report['check']>['away']['bins'][number]
/** A range of chances; without `to` up to 1. */
export type Band = { from: number; to?: number }

/**
 * The chances that belong to a group of the calibration chart: those nearer to its mean than to the next one's. Every chance
 * is in one group; groups with the same mean are one.
 */
export function bandOf({ given }: Bin, bins: readonly Bin[]): Band {
  const lower = Math.max(...bins.map((bin) => bin.given).filter((other) => other < given))
  const upper = Math.min(...bins.map((bin) => bin.given).filter((other) => other > given))
  return {
    from: Number.isFinite(lower) ? (lower + given) / 2 : 0,
    ...(Number.isFinite(upper) ? { to: (given + upper) / 2 } : {}),
  }
}

/** Whether a band is that of the group. */
export function isBandOf(band: Band | null, bin: Bin, bins: readonly Bin[]): boolean {
  const own = bandOf(bin, bins)
  return band !== null && band.from === own.from && band.to === own.to
}
