/** How far forecasts were from what came. */

export type ErrorFigures = {
  /** Mean absolute error, in the figure's own unit; null of no days. */
  mae: number | null
  /** Mean absolute error in per cent of what came, over the days on which something came; null where none did. */
  mape: number | null
  /** Mean error: above zero where too much was expected. */
  bias: number | null
}

export function errorsOf(expected: readonly number[], came: readonly number[]): ErrorFigures {
  let absolute = 0
  let sum = 0
  let shares = 0
  let days = 0
  for (const [at, value] of expected.entries()) {
    const actual = came[at] as number
    absolute += Math.abs(value - actual)
    sum += value - actual
    if (actual <= 0) continue
    shares += Math.abs(value - actual) / actual
    days++
  }
  const count = expected.length
  return {
    mae: count > 0 ? absolute / count : null,
    mape: days > 0 ? shares / days : null,
    bias: count > 0 ? sum / count : null,
  }
}

/** The value below which a share of the sorted numbers lies, between neighbours in proportion. */
export function quantileOf(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  return low + ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low) * (place - below)
}
