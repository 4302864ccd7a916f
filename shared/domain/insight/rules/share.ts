/** Shares as people type them, held against counts without the noise of binary fractions. */

export type Share = { numerator: bigint; denominator: bigint; value: number }

/**
 * A share from 0 to 1 as the decimal number that is written: 0.1 of 30 baskets is 3, while 0.1 × 30 in floating point is a
 * little more and would round up to 4.
 */
export function shareOf(value: number): Share {
  const [digits = '0', power = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = digits.split('.')
  const places = fraction.length - Number(power)
  const numerator = BigInt(whole + fraction)
  if (places <= 0) return { numerator: numerator * 10n ** BigInt(-places), denominator: 1n, value }
  return { numerator, denominator: 10n ** BigInt(places), value }
}

/** The least count that is at least the share of a total: its ceiling, and never less than one. */
export function minCount({ numerator, denominator }: Share, total: number): number {
  const least = Number((numerator * BigInt(total) + denominator - 1n) / denominator)
  return Math.max(1, least)
}

/** Whether a part is at least the share of the whole. Counted exactly where floating point could err. */
export function reaches(part: number, whole: number, share: Share): boolean {
  const distance = part / whole - share.value
  if (Math.abs(distance) > 1e-9) return distance > 0
  return BigInt(part) * share.denominator >= share.numerator * BigInt(whole)
}
