/**
 * What programs put around a value so that a spreadsheet leaves it alone (`="000123"`, `'000123`, `` `000123 ``, a tab),
 * and what comes along when a value is copied from a page (no-break spaces, marks of direction, signs without any width).
 * None of it is part of the value.
 */

const FORMULA = /^=\s*(?:"((?:[^"]|"")*)"|T\(\s*"((?:[^"]|"")*)"\s*\))$/
/** Marks of direction, joiners and fillers without width, the byte-order mark, object replacements. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g
/** Joiners stay in words: Persian and Indic spelling need them, and so do pictures made of several. */
const UNSEEN_IN_WORDS = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc]/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const MAYBE_ARMOURED = /^[\s=]|[\s]$|[\u00a0-\u{10ffff}\t]/u

/** A text without its armour. A leading ' or ` goes only where it guards a number or a formula: ’t Hooft keeps his. */
export function bareText(text: string): string {
  const plain = unseal(text, UNSEEN_IN_WORDS)
  return /^['`](?=[\d=+\-@])/.test(plain) ? plain.slice(1).trimStart() : plain
}

/** An identifier, number or date without its armour, one inside another too (a quoted formula in quotes). */
export function bareNumber(text: string): string {
  const open = unseal(text, UNSEEN)
  if (open !== text) return bareNumber(open)
  const begun = text.replace(/^['`´‘’"“”]+(?=.)/, '').trim()
  // A formula closes with its own quote.
  const bare = begun.startsWith('=') ? begun : begun.replace(/(?<=.)['`´‘’"“”]+$/, '').trim()
  return bare === text ? text : bareNumber(bare)
}

function unseal(text: string, unseen: RegExp): string {
  if (!MAYBE_ARMOURED.test(text)) return text
  const plain = text.replace(unseen, '').replace(SPACES, ' ').replace(/\t+/g, ' ').trim()
  const formula = FORMULA.exec(plain)
  return formula ? (formula[1] ?? formula[2] ?? '').replaceAll('""', '"').trim() : plain
}

/**
 * True for a number that a spreadsheet wrote short (1.26031E+18, 8.6138E+12) or whose digits behind the fifteenth are all
 * zeros, two of them or more: digits are lost, and two numbers may have become one. A locator such as 12E5 is none.
 */
export function isRoundedNumber(text: string): boolean {
  const plain = bareNumber(text.normalize('NFKC')).replaceAll(' ', '')
  if (/^[+-]?\d([.,]\d+)?E\+\d{1,3}$/i.test(plain) || /^[+-]?\d[.,]\d+E\d{1,3}$/i.test(plain)) return true
  const digits = /^\d{17,}$/.exec(plain.replace(/\.0+$/, ''))?.[0]
  return digits !== undefined && /^0+$/.test(digits.slice(15))
}
