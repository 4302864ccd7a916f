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
