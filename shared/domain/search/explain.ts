/** Which field of a guest a typed text matched, and where: what a list shows and marks. */
import { foldLatin, foldPassport, latinName, latinWords } from '../name/name.ts'
import { otherReading, pinyinName, plainSyllable } from '../name/pinyin.ts'
import { simplified } from '../name/script.ts'
import { maskDocument } from '../privacy/mask-document.ts'
import type { MatchField } from './match-field.ts'
import type { SearchTerm } from './query.ts'
import {
  backwards,
  numberToken,
  phoneDigits,
  plainWord,
  type SearchParts,
  TAIL,
  withoutLetters,
} from './tokens.ts'

export interface Match {
  field: MatchField
  /** The field as shown; a document number is masked, because finding is not opening. */
  text: string
  /** What to mark: first UTF-16 unit and length, in order, not overlapping. */
  ranges: [start: number, length: number][]
}

/** The field that explains most of the typed terms (searchTerms), names first; null where none does. */
export function explainMatch(parts: SearchParts, terms: readonly SearchTerm[]): Match | null {
  let best: Match | null = null
  let bestCount = 0
  for (const field of candidates(parts)) {
    const found = terms.map((term) => field.find(term)).filter((ranges) => ranges !== null)
    if (found.length <= bestCount) continue
    bestCount = found.length
    best = { field: field.field, text: field.text, ranges: merged(found.flat()) }
    if (bestCount === terms.length) break
  }
  return best
}

type Ranges = [number, number][]

interface Candidate {
  field: MatchField
  text: string
  find: (term: SearchTerm) => Ranges | null
}

function* candidates(parts: SearchParts): Generator<Candidate> {
  const native = parts.nativeName
  if (native !== '') yield { field: 'nativeName', text: native, find: (term) => inNative(native, term) }
  const latin = latinName(parts)
  if (latin !== '') yield { field: 'latinName', text: latin, find: (term) => inLatin(parts, latin, term) }
  for (const phone of parts.phones ?? []) {
    yield { field: 'phone', text: phone, find: (term) => inPhone(phone, term) }
  }
  for (const email of parts.emails ?? []) {
    yield { field: 'email', text: email, find: (term) => inEmail(email, term) }
  }
  for (const number of parts.memberships ?? []) {
    yield { field: 'membership', text: number, find: (term) => inNumber(number, number, term) }
  }
  for (const number of parts.confirmations ?? []) {
    yield { field: 'confirmation', text: number, find: (term) => inNumber(number, number, term) }
  }
  for (const number of parts.documents ?? []) {
    const masked = maskDocument(number)
    yield { field: 'document', text: masked, find: (term) => inNumber(number, masked, term) }
  }
}

function inNative(native: string, term: SearchTerm): Ranges | null {
  if (term.kind === 'characters') return inCharacters(native, term.text)
  if (term.kind !== 'word') return null
  const name = pinyinName(native)
  if (!name) return inWords(native, term.text)
  const characters = wherever(native)
  const family = name.familySyllables.map((syllable, i) => ({ syllable, at: i }))
  const offset = [...name.family].length
  const given = name.givenSyllables.map((syllable, i) => ({ syllable, at: offset + i }))
  const orders = [
    [...family, ...given],
    [...given, ...family],
  ]
  for (const order of orders) {
    const marked = spelledBy(order, term.text, [...(name.family + name.given)])
    if (marked) return marked.map((at) => characters[at] as [number, number])
  }
  return null
}

/** A dot or a space between the characters of a name is not typed: 张伟 is in 张·伟. */
function inCharacters(text: string, typed: string): Ranges | null {
  const places = wherever(text)
  const characters = places.map(([start, length]) => simplified(text.slice(start, start + length)))
  const first = places.findIndex((_, i) => characters.slice(i).join('').startsWith(typed))
  return first < 0 ? null : places.slice(first, first + [...typed].length)
}

/** Positions of the characters whose readings a word spells: "zhangw", "zw", "wei", "yue" for 乐. */
function spelledBy(
  order: readonly { syllable: string; at: number }[],
  word: string,
  characters: readonly string[],
): number[] | null {
  const plain = plainSyllable(word)
  for (let first = 0; first < order.length; first++) {
    let rest = plain
    const marked: number[] = []
    for (let i = first; i < order.length && rest !== ''; i++) {
      const { syllable, at } = order[i] as { syllable: string; at: number }
      const other = otherReading(characters[at] ?? '') ?? syllable
      const heard = [plainSyllable(syllable), other].find(
        (one) => one.startsWith(rest) || rest.startsWith(one),
      )
      if (heard === undefined) break
      marked.push(at)
      rest = plainSyllable(rest.slice(heard.length))
    }
    if (rest === '') return marked
  }
  const letters = order.map(({ syllable }) => syllable.charAt(0)).join('')
  return letters.startsWith(word) ? order.slice(0, word.length).map(({ at }) => at) : null
}

/** Start and length of each character that is part of the name proper (no dots and spaces). */
function wherever(native: string): [number, number][] {
  return [...native.matchAll(/[\p{L}\p{N}]/gu)].map((match) => [match.index, match[0].length])
}

function inLatin(parts: SearchParts, latin: string, term: SearchTerm): Ranges | null {
  if (term.kind === 'characters') return inCharacters(latin, term.text)
  if (term.kind !== 'word') return null
  const word = inWords(latin, term.text)
  if (word) return word
  const written = [foldLatin, foldPassport].flatMap((fold) => {
    const family = latinWords(parts.familyName, fold).join('')
    const given = latinWords(parts.givenName, fold).join('')
    return [family + given, given + family]
  })
  const words = [...latinWords(parts.familyName), ...latinWords(parts.givenName)]
  const letters = words.map((one) => one.charAt(0)).join('')
  return [...written, letters].some((one) => one.startsWith(term.text)) ? [[0, latin.length]] : null
}

function inWords(text: string, word: string): Ranges | null {
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}'’`´]+/gu)) {
    const plain = match[0].replace(/['’`´]/g, '')
    if (foldLatin(plain).startsWith(word)) return [[match.index, spanOf(match[0], word.length)]]
    // Spelled out as in a passport (Mueller for Müller) it has other letters: the whole word is marked.
    if (foldPassport(plain).startsWith(word)) return [[match.index, match[0].length]]
  }
  return null
}

function inPhone(phone: string, term: SearchTerm): Ranges | null {
  if (term.kind !== 'digits') return null
  const digits = phoneDigits(phone)
  const start = phone.length - digits.length
  if (digits.startsWith(term.text)) return [[start, term.text.length]]
  const tail = term.any.find(({ token }) => token.startsWith(TAIL))?.token.slice(TAIL.length)
  if (tail === undefined || !backwards(digits).startsWith(tail)) return null
  return [[phone.length - tail.length, tail.length]]
}

function inEmail(email: string, term: SearchTerm): Ranges | null {
  const folded = foldLatin(email)
  if (term.kind === 'email') {
    const [local = '', domain = ''] = term.text.split('@')
    const at = folded.lastIndexOf('@')
    const localFits = local === '' || plainWord(folded.slice(0, at)) === plainWord(local)
    if (!localFits || !plainWord(folded.slice(at + 1)).startsWith(plainWord(domain))) return null
    const start = local === '' ? at : 0
    return [[start, Math.min(email.length, at + 1 + domain.length) - start]]
  }
  if (term.kind === 'characters') return null
  if (plainWord(folded).startsWith(term.text)) return [[0, spanOf(email, term.text.length)]]
  return inWords(email, term.text)
}

function inNumber(number: string, shown: string, term: SearchTerm): Ranges | null {
  if (term.kind !== 'word' && term.kind !== 'digits') return null
  if (numberToken(number).startsWith(term.text))
    return [[0, Math.min(shown.length, spanOf(number, term.text.length))]]
  const digits = withoutLetters(number)
  const before = numberToken(number).length - digits.length
  if (number !== shown || before === 0 || !digits.startsWith(term.text)) return null
  const start = spanOf(number, before + 1) - 1
  return [[start, spanOf(number, before + term.text.length) - start]]
}

/** How much of a text with separators holds that many letters and digits. */
function spanOf(number: string, count: number): number {
  let seen = 0
  for (let i = 0; i < number.length; i++) {
    if (/[\p{L}\p{N}]/u.test(number.charAt(i))) seen++
    if (seen === count) return i + 1
  }
  return number.length
}

function merged(ranges: Ranges): Ranges {
  const sorted = ranges.toSorted((a, b) => a[0] - b[0])
  const result: Ranges = []
  for (const [start, length] of sorted) {
    const last = result.at(-1)
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0])
    else result.push([start, length])
  }
  return result
}
