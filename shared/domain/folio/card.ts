/** What is kept of a card: its brand and last four digits, never its number. */

/** The brands that card numbers are recognised by, and `other`. */
export const cardBrands = [
  'visa',
  'mastercard',
  'amex',
  'unionpay',
  'jcb',
  'diners',
  'discover',
  'maestro',
  'mir',
  'other',
] as const
export type CardBrand = (typeof cardBrands)[number]

export function isCardBrand(text: string): text is CardBrand {
  return (cardBrands as readonly string[]).includes(text)
}

/** Exactly four digits: five could be the end of a number that must not be kept. */
export function isLastFour(text: string): boolean {
  return /^[0-9]{4}$/.test(text)
}
