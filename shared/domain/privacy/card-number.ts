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
 * Digits with up to three signs between them that are neither letter nor digit; what is longer than a card is looked
 * through by groups. An X at its end may be the check character of a resident ID.
 */
const RUN = /\d(?:[^\p{L}\p{N}]{0,3}\d){12,}X?/giu
/** What people put between the groups of a card's number: nothing, two of these, a dash with a space on either side. */
const USUAL = /^(?:[\p{Zs}\t\p{Pd}\u2212.·•/_]{0,2}|\p{Zs}[\p{Pd}\u2212]\p{Zs})$/u
/** Groups as they are printed on cards whose groups are not of one length. */
const PRINTED = new Set(['4 6 5', '4 6 4'])

/** Signs that are not seen: a zero-width space, a soft hyphen or a filler between digits hides no card. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const DIGIT = /\p{Nd}/gu

/** Plain signs: compatibility forms as what they stand for, the digits of every script as 0 to 9, nothing unseen. */
function plainSigns(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(DIGIT, asciiDigit)
}

/** Unicode has the digits of a script as a run from its zero; ٣ is three after ٠. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((code - zero) % 10)
}

/**
 * The first payment card number in a text, or null; `index` and `length` are where it is in the text as given,
 * in the digits of any script and with any signs between them. Luhn, issuer and length must all fit; groups of digits are
 * taken whole, so that a card inside a longer reference is not seen, and signs that nobody writes in a card's number count
 * only between groups as cards have them (4111,1111,1111,1111; two telephones in brackets are none). A telephone number
 * is none, but a card with a "+" before it is, and so is one that follows a telephone number; a valid resident ID (Gansu's
 * begin with 62, like UnionPay) is not a card.
 */
export function findCardNumber(text: string): CardMatch | null {
  const plain = isAscii(text) ? text : plainSigns(text)
  if (!cardInPlain(plain)) return null
  // Few texts hold a card: only they are taken apart sign by sign, to find where it is.
  const { signs, at } = apart(text)
  const found = cardInPlain(signs)
  if (!found) return null
  const { from, to, brand, last4 } = found
  const index = at[from]?.from ?? 0
  return { index, length: (at[to - 1]?.to ?? 0) - index, brand, last4 }
}

/** Card numbers replaced by brand and last four, which may be kept. */
export function withoutCards(text: string): string {
  let kept = text
  for (let card = findCardNumber(kept); card; card = findCardNumber(kept)) {
    kept = `${kept.slice(0, card.index)}[${card.brand} …${card.last4}]${kept.slice(card.index + card.length)}`
  }
  return kept
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
    const plain = plainSigns(sign)
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
    let usual = true
    const lengths: number[] = []
    for (const last of groups.slice(first, first + 19)) {
      const before =
        lengths.length === 0 ? '' : run.slice(endOf(groups[first + lengths.length - 1]), last.index)
      usual &&= USUAL.test(before)
      digits += last[0]
      lengths.push(last[0].length)
      if (digits.length > 19) break
      const brand = digits.length < 13 || !(usual || isPrinted(lengths)) ? null : brandOf(digits)
      if (!brand || isTelephone(group[0], digits, afterPlus && first === 0)) continue
      const end = last.index + last[0].length
      if (checkResidentId(digits + run.slice(end, end + 1)).ok) continue
      return { from: group.index, to: end, brand, last4: digits.slice(-4) }
    }
  }
  return null
}

function endOf(group: RegExpExecArray | undefined): number {
  return group ? group.index + group[0].length : 0
}

/** Groups of one length, the last one not longer; or as American Express and Diners print them. */
function isPrinted(lengths: readonly number[]): boolean {
  const [first = 0] = lengths
  const last = lengths.at(-1) ?? 0
  return (
    PRINTED.has(lengths.join(' ')) || (last <= first && lengths.slice(0, -1).every((one) => one === first))
  )
}

/** Telephone numbers have at most 15 digits (ITU-T E.164). */
const longestTelephone = 15

/**
 * A number that is given out, written with its country's code: 49 1511 2345678 passes as an old Visa of 13 digits. After
 * a "+" also what begins with a country code on its own: no card is written with so few digits first.
 */
function isTelephone(first: string, digits: string, afterPlus: boolean): boolean {
  if (afterPlus && first.length < 4) return true
  if (!afterPlus && digits.length > longestTelephone) return false
  return parsePhoneNumberFromString(`+${digits}`)?.isValid() === true
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
