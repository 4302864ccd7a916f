import { type CountryRegistration, type RegistrationRule, ruleOn } from '#shared/domain/registration/rule.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import chn from '../../../resources/country/chn/registration.json' with { type: 'json' }
import deu from '../../../resources/country/deu/registration.json' with { type: 'json' }
import esp from '../../../resources/country/esp/registration.json' with { type: 'json' }

/**
 * What ships of the law by country. The files are data with sources; a test checks every word in them against the closed
 * lists, because the compiler takes a word in a file for any text.
 */
export const countryRegistrations: readonly CountryRegistration[] = [chn, deu, esp] as CountryRegistration[]

/** The file of a country; null where none ships: the hotel then registers nobody by the program. */
export function registrationOfCountry(country: string): CountryRegistration | null {
  return countryRegistrations.find((one) => one.country === country) ?? null
}

/** The rule that holds in a country on a date, or null. */
export function countryRuleOn(country: string, date: BusinessDate): RegistrationRule | null {
  const found = registrationOfCountry(country)
  return found && ruleOn(found, date)
}
