import { type DayStyle, dayText, weekdayText } from '#shared/i18n/day-text.ts'
import {
  dateFormat,
  momentText,
  moneyText,
  monthAndDay,
  numberFormat,
  numberText,
} from '#shared/i18n/figure-text.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { type BusinessDate, isBusinessDate, toDayNumber } from '#shared/values/index.ts'

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

/** A moment on the hotel's clock: “7 Mar 2026, 14:05”. */
export function formatMoment(moment: string, locale: string, timeZone: string, seconds = false): string {
  return momentText(moment, locale, timeZone, seconds)
}

/** The time of a moment on the hotel's clock: “14:05”. */
export function formatTime(moment: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(moment),
  )
}

/** The day that a moment fell on in the hotel: “7 Mar 2026”. */
export function formatMomentDay(moment: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { timeZone, year: 'numeric', ...monthAndDay(locale) }).format(new Date(moment))
}

/** 1,234.50; no currency sign: it is given once, in the column's head or beside the sum. Minus is a true minus. */
export function formatMoney(minor: number, currency: string, locale: string, sign = false): string {
  return moneyText(minor, currency, locale, sign)
}

/** 12,345; ratios by `digits`. Null prints —, as a figure over zero must. */
export function formatNumber(value: number | null, locale: string, digits = 0): string {
  return numberText(value, locale, digits)
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

/** A moment on the hotel's own clock, as locks keep it: `2026-03-04T12:00`. */
export function formatLocal(moment: string, locale: string): string {
  const [date = '', time = ''] = moment.split('T')
  return isBusinessDate(date) ? `${formatDate(date, locale)} ${time}` : moment
}
