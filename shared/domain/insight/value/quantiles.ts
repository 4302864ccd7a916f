/** The mean; NaN of nothing. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  return sum / values.length
}

/**
 * Quantiles of values by linear interpolation between the two nearest (type 7 of Hyndman and Fan 1996, the default of
 * NumPy, pandas and R).
 */
export function quantilesOf(values: ArrayLike<number>, shares: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  return shares.map((share) => {
    const at = (sorted.length - 1) * share
    const below = sorted[Math.floor(at)] as number
    const above = sorted[Math.ceil(at)] as number
    return below + (above - below) * (at - Math.floor(at))
  })
}
