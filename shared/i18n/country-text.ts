import { alpha2Of } from '../domain/country/countries.ts'

/** Formatters are kept: making one costs more than using it a thousand times. */
const kept = new Map<string, Intl.DisplayNames>()

/** As registration forms in China write them; Intl has the long or the bare names. */
const inChinese: Readonly<Record<string, string>> = { HKG: '中国香港', MAC: '中国澳门', TWN: '中国台湾' }

/** CHN → China, 中国; the code itself for one that is no country; empty for none. */
export function countryName(alpha3: string, locale: string): string {
  const written = locale.startsWith('zh') ? inChinese[alpha3] : undefined
  if (written) return written
  const two = alpha2Of(alpha3)
  if (!two) return alpha3
  let names = kept.get(locale)
  if (!names) kept.set(locale, (names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })))
  return names.of(two) ?? alpha3
}
