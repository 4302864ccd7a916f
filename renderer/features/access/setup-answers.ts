import { alpha2Of, countries } from '#shared/domain/guest/countries.ts'
import { languageOf, localeOf } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { currencies } from '#shared/values/money.ts'

/** What the wizard asks, but for the passwords, which are in no draft. */
export type SetupAnswers = {
  hotelName: string
  language: Language
  currency: string
  timeZone: string
  country: string
  name: string
  login: string
  start: 'empty' | 'demo' | 'import'
}

/** Begins with what the machine gives away: its time zone; the rest as a hotel in that language most often has it. */
export function firstAnswers(language: Language): SetupAnswers {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    hotelName: '',
    language: languageOf(language),
    currency: 'CNY',
    timeZone: timeZone === 'UTC' ? 'Asia/Shanghai' : timeZone,
    country: 'CHN',
    name: '',
    login: '',
    start: 'empty',
  }
}

type Choice = { value: string; label: string }

/** Every currency by code and name in the reader's language. */
export function currencyChoices(language: Language): Choice[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'currency' })
  return currencies().map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}` }))
}

/** Every time zone the machine knows. */
export function timeZoneChoices(): Choice[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}

/** Every country by name in the reader's language. */
export function countryChoices(language: Language): Choice[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'region' })
  return countries
    .map((code) => ({ value: code, label: `${names.of(alpha2Of(code) ?? 'ZZ') ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, localeOf(language)))
}
