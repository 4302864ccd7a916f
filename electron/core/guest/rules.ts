import { alpha2Of } from '#shared/domain/country/countries.ts'
import type { ContactKind } from '#shared/domain/guest/choices.ts'
import { type ContactCode, checkContact } from '#shared/domain/guest/contacts.ts'
import { checkGuest } from '#shared/domain/guest/guest.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { isUnnamed } from '#shared/domain/name/name.ts'
import { findCardNumber } from '#shared/domain/privacy/card-number.ts'
import { type BusinessDate, ok, type Result, refuse } from '#shared/values/index.ts'

export type PersonCode = 'NAME_NEEDED' | 'BIRTH_DATE_FUTURE' | 'CARD_NUMBER' | 'NATIONALITY_UNKNOWN'

/** How much of what was typed an answer repeats. */
const shownLength = 40

/**
 * Names, birth date and nationality by the rules of the domain. A guest whom a source left unnamed may stay so
 * while something else is changed; a name once known can't be taken away.
 */
export function checkPerson(
  before: GuestImage | null,
  next: GuestImage,
  businessDate: BusinessDate,
): Result<GuestImage, PersonCode> {
  const unnamed = isUnnamed(next)
  const staysUnnamed = unnamed && before?.unnamed === true
  // The rule for names is the only one that a guest without any is spared.
  const checked = checkGuest(staysUnnamed ? { ...next, nativeName: '·' } : next, businessDate)
  return checked.ok ? ok({ ...next, unnamed }) : checked
}

/** A contact as it is kept, or CONTACT_INVALID with its kind, the beginning of what was typed, and why. */
export function checkedContact(
  kind: ContactKind,
  value: string,
  country: string,
  field = 'value',
): Result<{ kind: ContactKind; value: string; agencyMasked: boolean }, 'CONTACT_INVALID' | 'CARD_NUMBER'> {
  const checked = checkContact(kind, value, alpha2Of(country) ?? country)
  if (checked.ok) return checked
  // Dispatch looks for cards in every field but a telephone's or an e-mail's, which have long numbers of their own.
  const card = findCardNumber(value)
  if (card) return refuse('CARD_NUMBER', { field, brand: card.brand, last4: card.last4 })
  const why: ContactCode = checked.refusal.code
  return refuse('CONTACT_INVALID', {
    ...checked.refusal.params,
    kind,
    field,
    value: value.length > shownLength ? `${value.slice(0, shownLength)}…` : value,
    why,
  })
}
