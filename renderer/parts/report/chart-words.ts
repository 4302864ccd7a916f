import type { Cell, CellKind } from '#shared/domain/report/result.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { numberFormat, shareText } from '#shared/i18n/figure-text.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'
import { type Currency, minorDigits } from '#shared/values/money.ts'

/** A mark of an axis: whole per cent, amounts and counts in their shortest form (12K, 1.2万). */
export function axisText(value: number, kind: CellKind, currency: string, locale: string): string {
  if (kind === 'share' || kind === 'points') return shareText(value, locale, 0)
  const plain = kind === 'money' ? value / 10 ** minorDigits(currency as Currency) : value
  const short = numberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 })
  return short.format(plain)
}

/** A place below a drawing: a day without its year and weekday. */
export function shortPlace(place: Cell, label: string, locale: string): string {
  return isBusinessDate(place) ? dayText(place, languageOf(locale), 'axis') : label
}
