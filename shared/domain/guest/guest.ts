/** The rules of a guest's own fields: names, birth date, nationality. */
import { type BusinessDate, ok, type Result, refuse } from '../../values/index.ts'
import { isCountry } from '../country/countries.ts'
import { type GuestNames, isUnnamed } from '../name/name.ts'
import { findCardNumber } from '../privacy/card-number.ts'

export interface GuestCore extends GuestNames {
  birthDate: BusinessDate | null
  /** Alpha-3, or empty when not known. */
  nationality: string
}

export type GuestCode = 'NAME_NEEDED' | 'BIRTH_DATE_FUTURE' | 'CARD_NUMBER' | 'NATIONALITY_UNKNOWN'

/**
 * The rules of a profile made by hand: a name in at least one script, a birth date not after the business
 * date, no card number where a name belongs. (An import may keep an unnamed guest; a clerk may not make one.)
 */
export function checkGuest(guest: GuestCore, businessDate: BusinessDate): Result<GuestCore, GuestCode> {
  if (isUnnamed(guest)) return refuse('NAME_NEEDED')
  for (const field of ['nativeName', 'familyName', 'givenName'] as const) {
    const card = findCardNumber(guest[field])
    if (card) return refuse('CARD_NUMBER', { field, brand: card.brand, last4: card.last4 })
  }
  if (guest.birthDate && guest.birthDate > businessDate) {
    return refuse('BIRTH_DATE_FUTURE', { birthDate: guest.birthDate, businessDate })
  }
  if (guest.nationality !== '' && !isCountry(guest.nationality)) {
    return refuse('NATIONALITY_UNKNOWN', { nationality: guest.nationality })
  }
  return ok(guest)
}
