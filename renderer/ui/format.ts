import { type DayStyle, dayText, weekdayText } from '#shared/i18n/day-text.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { type BusinessDate, type Currency, minorDigits, toDayNumber } from '#shared/values/index.ts'

/** Dates and figures as the language writes them. Formatters are kept: making one costs more than using it a thousand times. */
const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`
  let format = kept.get(key) as Intl.DateTimeFormat | undefined
  if (!format) kept.set(key, (format = new Intl.DateTimeFormat(locale, options)))
  return format
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`
  let format = kept.get(key) as Intl.NumberFormat | undefined
  if (!format) kept.set(key, (format = new Intl.NumberFormat(locale, options)))
  return format
}

export type DateStyle = DayStyle | 'full'

/** A business date: short “Sat 7 Mar 2026”, 2026/03/07 周六, or in another style; full: with all words. */
export function formatDate(date: BusinessDate | string, locale: string, style: DateStyle = 'short'): string {
  if (style !== 'full') return dayText(date as BusinessDate, languageOf(locale), style)
  const time = toDayNumber(date as BusinessDate) * 86_400_000
  return dateFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(time)
}

/** Sat, 周六. */
export function formatWeekday(date: BusinessDate | string, locale: string): string {
  return weekdayText(date as BusinessDate, languageOf(locale))
}

function monthAndDay(locale: string) {
  return locale.startsWith('zh')
    ? ({ month: '2-digit', day: '2-digit' } as const)
    : ({ month: 'short', day: 'numeric' } as const)
}

/** A moment on the hotel's clock: “7 Mar 2026, 14:05”. */
export function formatMoment(moment: string, locale: string, timeZone: string, seconds = false): string {
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

/** The day that a moment fell on in the hotel: “7 Mar 2026”. */
export function formatMomentDay(moment: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { timeZone, year: 'numeric', ...monthAndDay(locale) }).format(new Date(moment))
}

/** 1,234.50; no currency sign: it is given once, in the column's head or beside the sum. Minus is a true minus. */
export function formatMoney(minor: number, currency: string, locale: string, sign = false): string {
  const digits = minorDigits(currency as Currency)
  const options = sign
    ? ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const)
    : ({ minimumFractionDigits: digits, maximumFractionDigits: digits } as const)
  return numberFormat(locale, options)
    .format(minor / 10 ** digits)
    .replace('-', '−')
}

/** 12,345; ratios by `digits`. Null prints —, as a figure over zero must. */
export function formatNumber(value: number | null, locale: string, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return '—'
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace('-', '−')
}

const agoUnits = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** A stretch of time in its largest whole unit, from two days on in days: 5 hours, 3 days. */
export function formatDuration(ms: number, locale: string): string {
  const [unit, length] = unitOf(ms)
  const count = Math.max(1, Math.floor(ms / length))
  const text = numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  return text.replace(/(\d)(\p{Script=Han})/u, '$1 $2')
}

/** How long ago something was, a minute at least: 5 hours ago. A clock that was set back makes nothing of the future. */
export function formatAgo(ms: number, locale: string): string {
  const [unit, length] = unitOf(ms)
  return new Intl.RelativeTimeFormat(locale).format(-Math.max(1, Math.floor(ms / length)), unit)
}

function unitOf(ms: number) {
  return agoUnits.find(([unit, length]) => ms >= (unit === 'day' ? 2 : 1) * length) ?? agoUnits[2]
}

/** Bytes as people say them: 1.4 GB. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['', 'kB', 'MB', 'GB', 'TB'] as const
  const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  if (step === 0) {
    const text = numberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes)
    // 599 字节, as between all figures and characters on screen
    return text.replace(/(\d)(\p{Script=Han})/u, '$1 $2')
  }
  // Both languages write these alike, and the format of a unit takes longer to make than the rest of the status line
  const figure = numberFormat(locale, { maximumFractionDigits: step < 2 ? 0 : 1 }).format(
    bytes / 1000 ** step,
  )
  return `${figure} ${units[step]}`
}
