/** Payment card numbers are never stored: free text and imports are scanned for them before anything is written. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { checkResidentId } from '../document/resident-id.ts'

export interface CardMatch {
  /** Where it is in the text. */
  index: number
  length: number
  brand: string
  last4: string
}

interface Issuer {
  brand: string
  /** Ranges of leading digits, both ends included, all of one length per pair. */
  prefixes: readonly (readonly [string, string])[]
  lengths: readonly number[]
}

/** Issuer identification ranges (ISO/IEC 7812) of the brands a hotel meets. */
const ISSUERS: readonly Issuer[] = [
  { brand: 'amex', prefixes: one('34', '37'), lengths: [15] },
  { brand: 'diners', prefixes: [['300', '305'], ...one('3095', '36', '38', '39')], lengths: [14, 16, 19] },
  { brand: 'jcb', prefixes: [['3528', '3589']], lengths: [16, 17, 18, 19] },
  { brand: 'visa', prefixes: one('4'), lengths: [13, 16, 18, 19] },
  {
    brand: 'mastercard',
    prefixes: [
      ['51', '55'],
      ['2221', '2720'],
    ],
    lengths: [16],
  },
  { brand: 'mir', prefixes: [['2200', '2204']], lengths: [16, 17, 18, 19] },
  {
    brand: 'maestro',
    prefixes: one('5018', '5020', '5038', '5893', '6304', '6759', '6761', '6762', '6763'),
    lengths: [13, 14, 15, 16, 17, 18, 19],
  },
  { brand: 'discover', prefixes: [['644', '649'], ...one('6011', '65')], lengths: [16, 17, 18, 19] },
  { brand: 'unionpay', prefixes: one('62', '81'), lengths: [16, 17, 18, 19] },
]

/**
 * Digits with at most two separators between them, or a dash with a space on either side; what is longer than a card
 * is looked through by groups.
 */
const SEPARATOR = '[\\p{Zs}\\t\\p{Pd}\\u2212.·•/_]'
const RUN = new RegExp(`\\d(?:(?:${SEPARATOR}{0,2}|\\p{Zs}[\\p{Pd}\\u2212]\\p{Zs})\\d){12,}`, 'gu')

/** Signs that are not seen: a zero-width space or a soft hyphen between digits hides no card. */
const UNSEEN = /\p{Cf}/gu

/**
 * The first payment card number in a text, or null; `index` and `length` are where it is in the text as given,
 * with any width its digits, spaces and hyphens have. Luhn, issuer and length must all fit; groups of digits are
 * taken whole, so that a card inside a longer reference is not seen. A telephone number after "+" is none, but
 * a card with a "+" before it is, and so is one that follows a telephone number; a valid resident ID (Gansu's begin
 * with 62, like UnionPay) is not a card.
 */
export function findCardNumber(text: string): CardMatch | null {
  const plain = isAscii(text) ? text : text.normalize('NFKC').replace(UNSEEN, '')
  if (!cardInPlain(plain)) return null
  // Few texts hold a card: only they are taken apart sign by sign, to find where it is.
  const { signs, at } = apart(text)
  const found = cardInPlain(signs)
  if (!found) return null
  const { from, to, brand, last4 } = found
  const index = at[from]?.from ?? 0
  return { index, length: (at[to - 1]?.to ?? 0) - index, brand, last4 }
}

function cardInPlain(plain: string): InRun | null {
  for (const run of plain.matchAll(RUN)) {
    const found = cardInRun(run[0], plain[run.index - 1] === '+')
    if (found) return { ...found, from: run.index + found.from, to: run.index + found.to }
  }
  return null
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text)
}

/** A text in plain signs (NFKC) without those that are not seen, and from where to where in the text each of them was. */
function apart(text: string): { signs: string; at: { from: number; to: number }[] } {
  let signs = ''
  const at: { from: number; to: number }[] = []
  let from = 0
  for (const sign of text) {
    const plain = sign.normalize('NFKC').replace(UNSEEN, '')
    const to = from + sign.length
    for (let i = 0; i < plain.length; i++) at.push({ from, to })
    signs += plain
    from = to
  }
  return { signs, at }
}

type InRun = { from: number; to: number; brand: string; last4: string }

function cardInRun(run: string, afterPlus: boolean): InRun | null {
  const groups = [...run.matchAll(/\d+/g)]
  for (const [first, group] of groups.entries()) {
    let digits = ''
    for (const last of groups.slice(first, first + 19)) {
      digits += last[0]
      if (digits.length > 19) break
      const brand = digits.length < 13 ? null : brandOf(digits)
      if (!brand || (afterPlus && first === 0 && isTelephone(group[0], digits))) continue
      return { from: group.index, to: last.index + last[0].length, brand, last4: digits.slice(-4) }
    }
  }
  return null
}

/** What follows a "+": a country code on its own (no card is written with so few digits first) or a number that is given out. */
function isTelephone(first: string, digits: string): boolean {
  return first.length < 4 || parsePhoneNumberFromString(`+${digits}`)?.isValid() === true
}

/** The brand of a card number (digits alone), or null when it isn't one. */
export function brandOf(digits: string): string | null {
  if (!/^\d{13,19}$/.test(digits) || !passesLuhn(digits)) return null
  const issuer = ISSUERS.find(
    ({ prefixes, lengths }) =>
      lengths.includes(digits.length) &&
      prefixes.some(([from, to]) => {
        const head = digits.slice(0, from.length)
        return head >= from && head <= to
      }),
  )
  if (!issuer || (digits.length === 18 && checkResidentId(digits).ok)) return null
  return issuer.brand
}

/** Luhn's check (ISO/IEC 7812-1 annex B) over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function one(...prefixes: string[]): (readonly [string, string])[] {
  return prefixes.map((prefix) => [prefix, prefix] as const)
}
