import { type Cell, type Column, isFigure, type ReportResult } from '../domain/report/result.ts'
import { addDays, type BusinessDate, isBusinessDate } from '../values/index.ts'
import { countryName } from './country-text.ts'
import { dayText } from './day-text.ts'
import { dateFormat, momentText, moneyText, numberText, shareText } from './figure-text.ts'
import { isKey, words } from './index.ts'
import type { Language } from './types.ts'

/** How the reader writes figures, and the clock that moments are read from. */
export type ReportFormats = { locale: string; timeZone: string }

export { isFigure }

/** What a cell's words need of the report around it. */
export type CellContext = ReportFormats & {
  language: Language
  currency: string
  names: ReportResult['names']
}

/** A figure that does not exist. */
export const noFigure = '—'

/** Digits after the point of a figure that is no money: a share's are those of its per cent. */
export function digitsOf({ kind, decimals }: Pick<Column, 'kind' | 'decimals'>): number {
  const usual = kind === 'number' || kind === 'hours' || kind === 'share' || kind === 'points' ? 1 : 0
  return decimals ?? usual
}

/** A cell as people read it. A figure that does not exist is —, a part that nothing is stated for says so. */
export function cellText(cell: Cell, column: Column, context: CellContext): string {
  if (cell === null || cell === '')
    return isPart(column) ? words(context.language, 'reportText.none') : noFigure
  return typeof cell === 'number' && isFigure(column.kind)
    ? figureText(cell, column, context)
    : writtenText(String(cell), column, context)
}

function isPart({ kind, dimension }: Column): boolean {
  return dimension !== undefined && (kind === 'code' || kind === 'name' || kind === 'text')
}

function figureText(value: number, column: Column, { language, locale, currency }: CellContext): string {
  if (column.kind === 'money') return moneyText(value, currency, locale)
  const digits = digitsOf(column)
  if (column.kind === 'points') return pointsText(value, locale, language, digits)
  return column.kind === 'share' ? shareText(value, locale, digits) : numberText(value, locale, digits)
}

/** A difference of two shares: −3.4 pp. */
export function pointsText(value: number, locale: string, language: Language, digits = 1): string {
  return words(language, 'reportText.points', { number: numberText(100 * value, locale, digits) })
}

function writtenText(text: string, column: Column, context: CellContext): string {
  const { language, locale, timeZone, names } = context
  switch (column.kind) {
    case 'date':
      return isBusinessDate(text) ? dayText(text, language) : text
    case 'week':
      return isBusinessDate(text) ? weekText(text, language) : text
    case 'month':
      return monthText(text, locale)
    case 'quarter':
      return quarterText(text, language)
    case 'year':
      return words(language, 'reportText.year', { year: text.slice(0, 4) })
    case 'moment':
      return momentText(text, locale, timeZone)
    case 'code':
      return codeText(text, column.list, context)
    case 'name':
      return names[`${column.of}:${text}`]?.[language] ?? text
    case 'booking':
    case 'guest':
      return names[`${column.kind}:${text}`]?.[language] ?? text
    default:
      return text
  }
}

/** The seven days that begin with a date: 2 Mar – 8 Mar 2026. */
function weekText(first: BusinessDate, language: Language): string {
  const last = addDays(first, 6)
  const [from, to] = [dayText(first, language, 'plain'), dayText(last, language, 'plain')]
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${from} – ${to}`
  return language === 'zh' ? `${from} – ${to.slice(5)}` : `${from.slice(0, -5)} – ${to}`
}

/** 2026-03 and every date in it: Mar 2026, 2026年3月. */
function monthText(text: string, locale: string): string {
  const [year, month] = text.split('-').map(Number)
  if (!year || !month) return text
  const time = Date.UTC(year, month - 1, 1)
  return dateFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'short' }).format(time)
}

/** 2026-Q1, or the quarter that a month or a date is in: Q1 2026. */
function quarterText(text: string, language: Language): string {
  const [year = '', part = ''] = text.split('-')
  const quarter = part.startsWith('Q') ? part.slice(1) : String(Math.ceil(Number(part) / 3))
  return words(language, 'reportText.quarter', { year, quarter })
}

/** `country` is Intl's list; the others are sections of the catalogue. */
function codeText(code: string, list: string | undefined, { language, locale }: CellContext): string {
  if (list === 'country') return countryName(code, locale)
  const key = `${list}.${code}`
  return isKey(key) ? words(language, key) : code
}
