import { convertMoney } from '#shared/domain/folio/convert.ts'
import { type Currency, decimalToMinor, parseMoney } from '#shared/values/index.ts'

/** A typed amount in minor units: undefined where nothing is typed, null where it is no amount. */
export function readAmount(text: string, currency: string): number | null | undefined {
  return text.trim() === '' ? undefined : parseMoney(text, currency as Currency)
}

/** An amount above zero as an act takes it, null without one; and whether what is typed is no amount. */
export function readPositive(
  text: string,
  currency: string,
): { amountMinor: number | null; isWrong: boolean } {
  const minor = readAmount(text, currency)
  return { amountMinor: typeof minor === 'number' && minor > 0 ? minor : null, isWrong: minor === null }
}

/** A typed quantity in thousandths; null where it is none: `2`, `1.5`, `1,5`. */
export function readQuantity(text: string): number | null {
  const plain = text.normalize('NFKC').replace(',', '.').trim()
  const value = decimalToMinor(plain, 3)
  return value !== null && value > 0 ? value : null
}

/** 1500 → `1.5`. */
export function quantityText(quantity: number): string {
  return String(quantity / 1000)
}

/** The least foreign amount that is worth an amount of the hotel's: so much covers what is owed. Null without a rate. */
export function foreignFor(minor: number, rate: string, foreign: string, home: string): number | null {
  const worth = (amount: number) => convertMoney(amount, rate, foreign as Currency, home as Currency)
  const one = worth(1_000_000)
  if (one === null || one <= 0 || minor <= 0) return null
  let amount = Math.max(1, Math.floor((minor * 1_000_000) / one) - 2)
  while ((worth(amount) ?? Number.POSITIVE_INFINITY) < minor) amount += 1
  return amount
}
