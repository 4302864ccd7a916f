/** Totals that are computed from more digits than money has, rounded once. */
import {
  type Currency,
  decimalToFraction,
  fraction,
  minorDigits,
  multiplyFractions,
  roundFraction,
} from '../../values/index.ts'

/**
 * A foreign amount in another currency, in the minor units of each, at the rate of one unit of the foreign currency ("7.1234").
 * Rounded once, half up. Null for a rate that is not a decimal above zero, and for an amount beyond what numbers keep.
 */
export function convertMoney(
  foreignMinor: number,
  rate: string,
  from: Currency,
  to: Currency,
): number | null {
  const exactRate = decimalToFraction(rate)
  if (!exactRate || exactRate.top <= 0n || !Number.isSafeInteger(foreignMinor)) return null
  const amount = fraction(
    BigInt(foreignMinor) * 10n ** BigInt(minorDigits(to)),
    10n ** BigInt(minorDigits(from)),
  )
  try {
    return roundFraction(multiplyFractions(amount, exactRate))
  } catch {
    return null
  }
}

/** The price of a line: thousandths of a unit times the price of one, rounded once, never the rounded unit multiplied. */
export function lineTotal(quantity: number, unitMinor: number): number {
  return roundFraction(fraction(BigInt(quantity) * BigInt(unitMinor), 1000n))
}
