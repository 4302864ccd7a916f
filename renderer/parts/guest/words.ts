import { countries } from '#shared/domain/country/countries.ts'
import { guestLanguages } from '#shared/domain/guest/languages.ts'
import { countryName } from '#shared/i18n/country-text.ts'
import { isKey, type Key } from '#shared/i18n/index.ts'

export { countryName }

/** Names of languages as the reader's language has them; formatters are kept. */
const kept = new Map<string, Intl.DisplayNames>()

function languageNames(locale: string): Intl.DisplayNames {
  let names = kept.get(locale)
  if (!names)
    kept.set(locale, (names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })))
  return names
}

/** zh → Chinese, 中文; empty for none. */
export function languageName(code: string, locale: string): string {
  return code === '' ? '' : (languageNames(locale).of(code) ?? code)
}

type Option = { value: string; label: string }

/** The languages a guest may have, to choose from. */
export function languageOptions(locale: string): Option[] {
  return guestLanguages.map((code) => ({ value: code, label: languageName(code, locale) }))
}

const optionsKept = new Map<string, readonly Option[]>()

/** All countries by name, each with its code, so that both are found by typing. */
export function countryOptions(locale: string): readonly Option[] {
  let options = optionsKept.get(locale)
  if (!options) {
    const collator = new Intl.Collator(locale)
    options = countries
      .map((code) => ({ value: code, label: `${countryName(code, locale)} ${code}` }))
      .sort((a, b) => collator.compare(a.label, b.label))
    optionsKept.set(locale, options)
  }
  return options
}

/** A name kept in both languages, in the reader’s; the other one where it has none. */
export function inLanguage(named: { nameEn: string; nameZh: string }, language: string): string {
  return language === 'zh' ? named.nameZh || named.nameEn : named.nameEn || named.nameZh
}

/** Words of a code where the catalogue has them, else the code or the clerk's own text. */
export function codeWords(prefix: string, code: string, t: (key: Key) => string): string {
  const key = `${prefix}.${code}`
  return isKey(key) ? t(key) : code
}
