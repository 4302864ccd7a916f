import { factUnit } from '#shared/domain/insight/segments/check.ts'
import { type Currency, minorDigits } from '#shared/values/index.ts'

/** What stands in the field of a bound: money in major units, shares in percent. */
export function amountToText(fact: string, value: number | null, currency: string): string {
  if (value === null) return ''
  const unit = factUnit(fact)
  if (unit === 'money') return plain(value / 10 ** minorDigits(currency as Currency))
  return plain(unit === 'share' ? value * 100 : value)
}

/** The bound that is typed; null for nothing, NaN for what is no number. */
export function textToAmount(fact: string, text: string, currency: string): number | null {
  const typed = text.normalize('NFKC').replaceAll(/[\s,%]/g, '')
  if (typed === '') return null
  if (!/^-?\d+(\.\d*)?$|^-?\.\d+$/.test(typed)) return Number.NaN
  const value = Number(typed)
  const unit = factUnit(fact)
  if (unit === 'money') return Math.round(value * 10 ** minorDigits(currency as Currency))
  return unit === 'share' ? Number((value / 100).toFixed(6)) : value
}

function plain(value: number): string {
  return String(Number(value.toFixed(4)))
}
