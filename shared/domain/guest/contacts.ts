/** A guest's contacts: each checked by the rule of its kind, and one of each kind the primary. */
import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max'
import { ok, type Result, refuse } from '../../values/index.ts'
import { isMaskedAgencyEmail } from '../privacy/agency-email.ts'
import { findCardNumber } from '../privacy/card-number.ts'
import type { ContactKind } from './choices.ts'
import type { ContactPart, GuestImage } from './image.ts'

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
  const phone = readPhone(text, hotelCountry)
  return phone.ok ? ok(phone.value.number) : phone
}

// Countries such as the United States don't tell a mobile from a line by its number
const mobileTypes: readonly (string | undefined)[] = ['MOBILE', 'FIXED_LINE_OR_MOBILE', 'PERSONAL_NUMBER']

/** As normalisePhone, and of a mobile's range: what a message can be sent to. */
export function normaliseMobile(text: string, hotelCountry: string): Result<string, PhoneCode> {
  const phone = readPhone(text, hotelCountry)
  if (!phone.ok) return phone
  return mobileTypes.includes(phone.value.getType()) ? ok(phone.value.number) : refuse('phone.notMobile')
}

function readPhone(text: string, hotelCountry: string): Result<PhoneNumber, PhoneCode> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^00(?=[1-9])/, '+')
  if (!/^\+?[\d\s\-().–—/]+$/.test(plain) || !/\d/.test(plain)) return refuse('phone.form')
  const country = hotelCountry as CountryCode
  const number = parsePhoneNumberFromString(plain, country)
  if (number?.isValid()) return ok(number)
  const problem = validatePhoneNumberLength(plain, country)
  if (problem === 'TOO_SHORT' || problem === 'NOT_A_NUMBER') return refuse('phone.tooShort')
  if (problem === 'TOO_LONG') return refuse('phone.tooLong')
  if (problem === 'INVALID_COUNTRY') return refuse('phone.country')
  return refuse('phone.number')
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

type Contacts = GuestImage['contacts']

/** The contacts with one more, or one changed. The first of a kind is its primary; a new primary takes over. */
export function putContact(contacts: Contacts, id: number, contact: ContactPart): Contacts {
  const others = Object.entries(contacts).filter(([key]) => key !== String(id))
  const ofKind = others.filter(([, { kind }]) => kind === contact.kind)
  const primary = contact.primary || !ofKind.some(([, other]) => other.primary)
  const rest = primary ? others.map(([key, other]) => [key, yieldTo(contact, other)] as const) : others
  return settlePrimaries({ ...Object.fromEntries(rest), [id]: { ...contact, primary } })
}

function yieldTo(contact: ContactPart, other: ContactPart): ContactPart {
  return other.kind === contact.kind ? { ...other, primary: false } : other
}

/** Of each kind of contact one is the primary: where it was taken away, the oldest is. */
export function settlePrimaries(contacts: Contacts): Contacts {
  const primaries = new Map<ContactKind, string>()
  for (const [id, { kind, primary }] of Object.entries(contacts))
    if (primary && !primaries.has(kind)) primaries.set(kind, id)
  for (const [id, { kind }] of Object.entries(contacts)) if (!primaries.has(kind)) primaries.set(kind, id)
  return Object.fromEntries(
    Object.entries(contacts).map(([id, contact]) => [
      id,
      { ...contact, primary: primaries.get(contact.kind) === id },
    ]),
  )
}
