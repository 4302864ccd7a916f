/**
 * Telephones and e-mail addresses as cells hold them: two in one cell, with a label or an extension, masked by an
 * agency. What is read is a contact; what is not leaves the cell's text with the booking.
 */
import type { CountryCode } from 'libphonenumber-js/max'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { normaliseEmail, normalisePhone } from '../guest/contacts.ts'

/** What of a cell is no contact: `extension` and `masked` say why its text is kept beside, `unread` that some was not read. */
export type PhonesInCell = { numbers: string[]; extension: boolean; masked: boolean; unread: boolean }
export type EmailsInCell = { addresses: string[]; masked: boolean; unread: boolean }

const label =
  '(?:mobile|mob|cell ?phone|cell|tele?phone|tel|phone|office|work|home|landline|direct|whatsapp|手机号码|手机号|手机|移动电话|联系电话|联系方式|电话号码|电话|座机|固话|固定电话|办公电话|办公|单位|家庭|宅电|家)'
const labelled = new RegExp(
  `^(?:${label}|[mthpo])(?: ?(?:no|number|#))?[.]? ?[:=] ?|^${label}[.]? ?(?=[+(\\d])`,
  'i',
)
const beforeLabel = new RegExp(`(?<=\\d)[\\s,]*(?=${label} ?[:.]? ?[+(\\d])`, 'gi')
const between = /[;,、|\n]+/
/** Divides two numbers, or the parts of one: 030/901820. */
const perhapsBetween = /(?<=\d)\s*(?:\/|&| or | and |或者?|和|及)\s*(?=[+(\d\p{L}*])/iu
const extensionBehind = /[\s,.]*(?:extension|ext[.:]?|x|#|转接?|轉|分机号?|分機|内线|內線)[\s:.]*(\d{1,6})$/i
/** 138****8000: digits that somebody hid. */
const hidden = /\d[\s-]*[*•●×xX_]{2,}[\s-]*\d|^[*•●×xX]{2,}\d+|\d[*•●×]{2,}$/
/** A platform's own number that reaches the guest for some days. */
const virtual = /隐号|隐私|虚拟|保护号|中间号|小号|virtual|masked|proxy/i
const remark = /\s*[([][^()[\]\d]*[)\]]\s*/g

/** The telephones in a cell; `country` is the alpha-2 of those without +. */
export function readPhones(text: string, country: string): PhonesInCell {
  const found: PhonesInCell = { numbers: [], extension: false, masked: false, unread: false }
  const plain = text
    .normalize('NFKC')
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(/\((\+\d{1,3})\)/g, '$1 ')
  const whole = normalisePhone(plain, country)
  if (whole.ok) return { ...found, numbers: [whole.value] }
  // An extension behind its comma is no second number: 13800138000,转1234.
  const joined = plain.replace(/[,;]\s*(?=(?:转|轉|ext|extension|分机|x)[\s:.]*\d{1,6}(?!\d))/gi, ' ')
  for (const part of joined.replace(beforeLabel, ';').split(between)) readPart(part.trim(), country, found)
  return { ...found, numbers: [...new Set(found.numbers)] }
}

function readPart(part: string, country: string, found: PhonesInCell): void {
  if (part === '') return
  const parts = numbersIn(part.replace(labelled, ''), country).length > 0 ? [] : part.split(perhapsBetween)
  if (parts.length > 1) {
    for (const one of parts) readPart(one.trim(), country, found)
    return
  }
  const isVirtual = virtual.test(part)
  const unlabelled = part.replace(labelled, '').trim()
  const bare = unlabelled.replace(remark, ' ').trim()
  if (isVirtual || hidden.test(bare)) {
    found.masked = true
    return
  }
  if (bare !== unlabelled) found.unread = true
  const extension = extensionBehind.exec(bare)
  const numbers = numbersIn(extension ? bare.slice(0, extension.index).trim() : bare, country)
  if (numbers.length === 0) found.unread = true
  else if (extension && !hasLines(numbers.at(-1) ?? '', country)) found.masked = true
  else {
    found.numbers.push(...numbers)
    found.extension ||= extension !== null
  }
}

/** One number, or several with nothing but spaces between them; none where some of it is no number. */
function numbersIn(text: string, country: string): string[] {
  const one = normalisePhone(text, country)
  if (one.ok) return [one.value]
  for (const { index, 0: space } of text.matchAll(/\s+/g)) {
    const first = normalisePhone(text.slice(0, index), country)
    const others = first.ok ? numbersIn(text.slice(index + space.length), country) : []
    if (first.ok && others.length > 0) return [first.value, ...others]
  }
  return []
}

/** Mobiles and service numbers have no extensions: a platform puts its own before the guest’s, and takes it back later. */
function hasLines(number: string, country: string): boolean {
  const type = parsePhoneNumberFromString(number, country as CountryCode)?.getType()
  return type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE' || type === 'VOIP'
}

/** The e-mail addresses in a cell; one with stars in it was masked by somebody and reaches nobody. */
export function readEmails(text: string): EmailsInCell {
  const found: EmailsInCell = { addresses: [], masked: false, unread: false }
  const plain = text.normalize('NFKC').replace(/(?:mailto|e-?mail|mail|邮箱|电邮) ?: */gi, ' ')
  // Anna Probe <anna@example.com>: the name is in its own column.
  const bracketed = [...plain.matchAll(/<([^<>\s]+@[^<>\s]+)>/g)].map(([, address]) => address ?? '')
  const parts = bracketed.length > 0 ? bracketed : plain.split(/[\s;,、|/]+/)
  for (const part of parts.filter((one) => one !== '')) {
    const address = normaliseEmail(part.replace(/[.]$/, ''))
    if (address.ok && /\*{2,}/.test(address.value)) found.masked = true
    else if (address.ok) found.addresses.push(address.value)
    else found.unread = true
  }
  return { ...found, addresses: [...new Set(found.addresses)] }
}
