import { type Currency, minorToDecimal, parseMoney } from '#shared/values/money.ts'

/** A whole number as typed; null for anything else. */
export function wholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replaceAll('−', '-').trim()
  return /^-?\d{1,9}$/.test(plain) ? Number(plain) : null
}

/** An amount as typed, in minor units; null when it is none or below zero. */
export function amount(text: string, currency: string): number | null {
  const minor = parseMoney(text, currency as Currency)
  return minor === null || minor < 0 ? null : minor
}

/** An amount as one would type it: 68000 → 680.00. */
export function amountText(minor: number, currency: string): string {
  return minorToDecimal(minor, currency as Currency)
}
