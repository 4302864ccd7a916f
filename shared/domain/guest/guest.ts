/** What a guest's profile may hold: contacts, names, birth date, and the closed lists of the front desk. */
import {
  type CountryCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { type BusinessDate, ok, type Result, refuse } from '../../values/index.ts'
import { type GuestNames, isUnnamed } from '../name/name.ts'
import { findCardNumber, isMaskedAgencyEmail } from '../privacy/privacy.ts'
import { isCountry } from './countries.ts'

export const contactKinds = ['mobile', 'phone', 'email', 'wechat', 'address'] as const
export const alertAreas = ['reservation', 'check-in', 'in-house', 'check-out', 'billing'] as const
export const blockings = ['none', 'check-in', 'check-out'] as const
export const consentChannels = ['phone', 'sms', 'email', 'wechat', 'post'] as const
export const salutations = ['', 'mr', 'ms', 'mrs', 'mx', 'dr', 'prof'] as const
export const genders = ['', 'female', 'male', 'other'] as const

export type ContactKind = (typeof contactKinds)[number]
export type AlertArea = (typeof alertAreas)[number]
export type Blocking = (typeof blockings)[number]
export type ConsentChannel = (typeof consentChannels)[number]
export type Salutation = (typeof salutations)[number]
export type Gender = (typeof genders)[number]

export type PhoneCode =
  | 'phone.form'
  | 'phone.country'
  | 'phone.tooShort'
  | 'phone.tooLong'
  | 'phone.number'
  | 'phone.notMobile'
export type EmailCode = 'email.form' | 'email.tooLong'
export type ContactCode = PhoneCode | EmailCode | 'wechat.form' | 'address.form' | 'contact.card'

/**
 * A telephone number as it is kept: E.164 (+8613800138000). A number without + is read as one of the
 * hotel's country (alpha-2). Refuses what that country's numbering plan doesn't have.
 */
export function normalisePhone(text: string, hotelCountry: string): Result<string, PhoneCode> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=[1-9])/, '+')
  if (!/^\+?[\d\s\-().–—/]+$/.test(plain) || !/\d/.test(plain)) return refuse('phone.form')
  const country = hotelCountry as CountryCode
  const number = parsePhoneNumberFromString(plain, country)
  if (number?.isValid()) return ok(number.number)
  const problem = validatePhoneNumberLength(plain, country)
  if (problem === 'TOO_SHORT' || problem === 'NOT_A_NUMBER') return refuse('phone.tooShort')
  if (problem === 'TOO_LONG') return refuse('phone.tooLong')
  if (problem === 'INVALID_COUNTRY') return refuse('phone.country')
  return refuse('phone.number')
}

// Countries such as the United States don't tell a mobile from a line by its number
const mobileTypes: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER']

/** As normalisePhone, and of a mobile's range: what a message can be sent to. */
export function normaliseMobile(text: string, hotelCountry: string): Result<string, PhoneCode> {
  const phone = normalisePhone(text, hotelCountry)
  if (!phone.ok) return phone
  const type = parsePhoneNumberFromString(phone.value)?.getType()
  return mobileTypes.includes(type) ? phone : refuse('phone.notMobile')
}

const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u
const DOMAIN = /^([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/iu

/**
 * An e-mail address as it is kept: the domain in small letters, the local part as given. At most 254
 * characters (RFC 5321), 64 before the @; no quoted parts or address literals, which no guest has.
 */
export function normaliseEmail(text: string): Result<string, EmailCode> {
  const plain = text.normalize('NFKC').trim()
  if (plain.length > 254) return refuse('email.tooLong', { max: 254, length: plain.length })
  const at = plain.lastIndexOf('@')
  const local = plain.slice(0, at)
  const domain = plain.slice(at + 1)
  if (at < 1 || local.length > 64 || !LOCAL.test(local) || !DOMAIN.test(domain)) return refuse('email.form')
  return ok(`${local}@${domain.toLowerCase()}`)
}

/** A WeChat id: its own form (6–20, a letter first), an account's raw id, or the mobile or QQ number it was made with. */
export function normaliseWechat(text: string): Result<string, 'wechat.form'> {
  const plain = text.normalize('NFKC').trim()
  const fits = /^[A-Za-z][\w-]{5,19}$/.test(plain) || /^(\+?\d{5,15}|gh_\w{6,20}|wxid_\w{6,30})$/.test(plain)
  return fits ? ok(plain) : refuse('wechat.form')
}

export interface CheckedContact {
  kind: ContactKind
  value: string
  /** An agency's relay address: shown as such, never used to tell guests apart. */
  agencyMasked: boolean
}

/** Checks one contact by the rule of its kind and answers it as it is kept. */
export function checkContact(
  kind: ContactKind,
  text: string,
  hotelCountry: string,
): Result<CheckedContact, ContactCode> {
  if (findCardNumber(text)) return refuse('contact.card')
  const value = contactValue(kind, text, hotelCountry)
  if (!value.ok) return value
  return ok({ kind, value: value.value, agencyMasked: kind === 'email' && isMaskedAgencyEmail(value.value) })
}

function contactValue(kind: ContactKind, text: string, hotelCountry: string): Result<string, ContactCode> {
  if (kind === 'mobile') return normaliseMobile(text, hotelCountry)
  if (kind === 'phone') return normalisePhone(text, hotelCountry)
  if (kind === 'email') return normaliseEmail(text)
  if (kind === 'wechat') return normaliseWechat(text)
  const address = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return address === '' ? refuse('address.form') : ok(address)
}

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
