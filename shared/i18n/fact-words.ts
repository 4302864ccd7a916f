import type { FactName, FactUnit, NumberFact } from '../domain/insight/facts/catalogue.ts'
import { numberFacts } from '../domain/insight/facts/catalogue.ts'
import { type Currency, fromDayNumber, minorDigits } from '../values/index.ts'
import { dayText } from './day-text.ts'
import { isKey, words } from './index.ts'
import { localeOf } from './language.ts'
import type { Language } from './types.ts'

const units = new Map<string, FactUnit>(numberFacts.map(({ name, unit }) => [name, unit]))

/** What a fact is called. */
export function factName(name: FactName, language: Language): string {
  return words(language, `insightFact.name.${name}`)
}

/** How it is defined, in a sentence. */
export function factAbout(name: FactName, language: Language): string {
  return words(language, `insightFact.about.${name}`)
}

/** A number of a fact with its unit: 12 nights, 1,250.00, 35 %, 7 Mar 2026. — for one that is not known. */
export function factNumberText(
  name: NumberFact,
  value: number,
  language: Language,
  currency: string,
): string {
  if (!Number.isFinite(value)) return '—'
  const unit = units.get(name)
  if (unit === 'date') return dayText(fromDayNumber(Math.round(value)), language)
  if (unit === 'money') {
    const digits = minorDigits(currency as Currency)
    return figure(value / 10 ** digits, language, digits, digits)
  }
  if (unit === 'share') return `${figure(value * 100, language, 0, 0)} %`
  return words(language, `insightFact.value.${unit ?? 'times'}`, { value: figure(value, language, 0, 1) })
}

const inArea: Readonly<Partial<Record<FactName, string>>> = {
  segment: 'booking.segment',
  channel: 'booking.channel',
  meal: 'booking.meal',
  gender: 'guest.gender',
  quarter: 'insightFact.quarter',
}

/** A category's word: Corporate, 公司协议; a code as the hotel wrote it for room types, rate plans and tiers. */
export function factCategoryText(name: FactName, code: string, language: Language): string {
  if (code === '') return words(language, 'insightFact.none')
  const key = `${inArea[name]}.${code}`
  return isKey(key) ? words(language, key) : code
}

function figure(value: number, language: Language, least: number, most: number): string {
  const options = { minimumFractionDigits: least, maximumFractionDigits: most }
  return new Intl.NumberFormat(localeOf(language), options).format(value).replace('-', '−')
}
