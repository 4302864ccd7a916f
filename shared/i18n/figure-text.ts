import { type Currency, minorDigits } from '../values/index.ts'

/** Formatters are kept: making one costs more than using it a thousand times. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

/** A formatter of dates by its options, made once. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`
  let format = kept.get(key) as Intl.DateTimeFormat | undefined
  if (!format) kept.set(key, (format = new Intl.DateTimeFormat(locale, options)))
  return format
}

/** A formatter of numbers by its options, made once. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`
  let format = kept.get(key) as Intl.NumberFormat | undefined
  if (!format) kept.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}

/** 12,345; ratios by `digits`. Null prints —, as a figure over zero must. Minus is a true minus, and what rounds to zero has none. */
export function numberText(value: number | null, locale: string, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return '—'
  const text = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  )
  return isZero(text) ? text.replace('-', '') : text.replace('-', '−')
}

/** Whether a number as it is written reads as nothing: 0, −0.0. */
export function isZero(text: string): boolean {
  return !/[1-9]/.test(text)
}

/** 1,234.50; no currency sign: it is given once, in the column's head or beside the sum. Minus is a true minus. */
export function moneyText(minor: number, currency: string, locale: string, sign = false): string {
  const digits = minorDigits(currency as Currency)
  const options = sign
    ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
    : ({ minimumFractionDigits: digits, maximumFractionDigits: digits } as const)
  return numberFormat(locale, options)
    .format(minor / 10 ** digits)
    .replace('-', '−')
}

/** 0.756 → 75.6 %, as both languages write it. Null prints —. */
export function shareText(share: number | null, locale: string, digits = 1): string {
  return share === null || !Number.isFinite(share) ? '—' : `${numberText(share * 100, locale, digits)} %`
}

/** Month and day as the language writes them beside a year. */
export function monthAndDay(locale: string) {
  return locale.startsWith('zh')
    ? ({ month: '2-digit', day: '2-digit' } as const)
    : ({ month: 'short', day: 'numeric' } as const)
}

/** A moment on the hotel's clock: “7 Mar 2026, 14:05”. */
export function momentText(moment: string, locale: string, timeZone: string, seconds = false): string {
  return dateFormat(locale, {
    timeZone,
    year: 'numeric',
    ...monthAndDay(locale),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(new Date(moment))
}
