/**
 * Exact fractions for what is computed in several steps and rounded once: a tax out of a price, a price at a foreign rate.
 * The bottom is always positive.
 */

export type Fraction = { readonly top: bigint; readonly bottom: bigint }

/** top / bottom in lowest terms; throws where the bottom is zero. */
export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const [t, b] = [BigInt(top), BigInt(bottom)]
  if (b === 0n) throw new RangeError('division by zero')
  const by = commonDivisor(t < 0n ? -t : t, b < 0n ? -b : b) * (b < 0n ? -1n : 1n)
  return { top: t / by, bottom: b / by }
}

export const zeroFraction: Fraction = fraction(0n)
export const oneFraction: Fraction = fraction(1n)

/** Reads a plain decimal ("14.75", "-0.5") by its digits; null for anything else. */
export function decimalToFraction(text: string): Fraction | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', part = ''] = match
  const top = BigInt(whole + part)
  return fraction(sign ? -top : top, 10n ** BigInt(part.length))
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function subtractFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom)
}

/** Throws where the second is zero. */
export function divideFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top)
}

/** Below, at or above zero as a is less than, equal to or more than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * The nearest multiple of `step` (1: the nearest whole number), halves away from zero, so that a refund is the mirror of its
 * charge. Throws for a step that is not a positive whole number, and where the answer is beyond what a number keeps exactly.
 */
export function roundFraction(value: Fraction, step = 1): number {
  if (!Number.isSafeInteger(step) || step < 1) throw new RangeError(`not a step to round to: ${step}`)
  const size = value.top < 0n ? -value.top : value.top
  const unit = value.bottom * BigInt(step)
  const steps = (2n * size + unit) / (2n * unit)
  const rounded = Number(steps * BigInt(step))
  if (!Number.isSafeInteger(rounded)) throw new RangeError('amount is not exact')
  return value.top < 0n && rounded !== 0 ? -rounded : rounded
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
