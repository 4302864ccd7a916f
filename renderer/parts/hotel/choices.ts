import { alpha2Of, countries } from '#shared/domain/country/countries.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { currencies } from '#shared/values/money.ts'

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
