import { type Currency, parseMoney } from '#shared/values/money.ts'
import { formatMoney } from './format.ts'

/** A typed amount as figures are written, 1200 → 1,200.00; what is none stays as it was typed. */
export function shownMoney(text: string, currency: string, locale: string): string {
  const minor = text.trim() === '' ? null : parseMoney(text, currency as Currency)
  return minor === null ? text : formatMoney(minor, currency, locale)
}
