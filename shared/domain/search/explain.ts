/** Which field of a guest a typed text matched, and where: what a list shows and marks. */
import { foldLatin, spellings, withoutApostrophes } from '../name/fold.ts'
import { latinName } from '../name/name.ts'
import { pinyinName, plainSyllable, readingsOf } from '../name/pinyin.ts'
import { foldCharacter } from '../name/script.ts'
import { maskDocument } from '../privacy/mask-document.ts'
import type { MatchField } from './match-field.ts'
import type { SearchTerm } from './query.ts'
import {
  backwards,
  latinTokens,
  nativeTokens,
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
  yield {
    field: 'nativeName',
    text: native,
    find: (term) => (inAName(native, term) ? inNative(native, term) : null),
  }
  const latin = latinName(parts)
  yield {
    field: 'latinName',
    text: latin,
    find: (term) => (inAName(latin, term) ? inLatin(parts, latin, term) : null),
  }
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

/** False at a glance where a name has nothing of a term: a page of fifty names is explained at every key. */
function inAName(name: string, { kind }: SearchTerm): boolean {
  return name !== '' && kind !== 'email' && (kind !== 'digits' || /\p{N}/u.test(name))
}

function inNative(native: string, term: SearchTerm): Ranges | null {
  return (
    inCharacters(native, term) ?? inReadings(native, term) ?? inWords(native, term) ?? asWhole(native, term)
  )
}

/** Where it can't be told which letters were typed (initials, words joined in the other order) all are marked. */
function asWhole(native: string, term: SearchTerm): Ranges | null {
  const tokens: string[] = []
  nativeTokens(native, tokens)
  return hasToken(tokens, term) ? [[0, native.length]] : null
}

function hasToken(tokens: readonly string[], { any }: SearchTerm): boolean {
  return any.some(({ token, prefix }) =>
    tokens.some((one) => (prefix ? one.startsWith(token) : one === token)),
  )
}

/** A dot or a space between the characters of a name is not typed: 张伟 is in 张·伟. */
function inCharacters(text: string, term: SearchTerm): Ranges | null {
  if (term.kind !== 'characters') return null
  const places = wherever(text)
  const characters = places.map(([start, length]) => foldCharacter(text.slice(start, start + length)))
  const first = places.findIndex((_, i) => characters.slice(i).join('').startsWith(term.text))
  return first < 0 ? null : places.slice(first, first + [...term.text].length)
}

function inReadings(native: string, term: SearchTerm): Ranges | null {
  const name = term.kind === 'word' ? pinyinName(native) : null
  if (!name) return null
  const characters = wherever(native)
  const family = name.familySyllables.map((syllable, i) => ({ syllable, at: i }))
  const offset = [...name.family].length
  const given = name.givenSyllables.map((syllable, i) => ({ syllable, at: offset + i }))
  const orders = [
    [...family, ...given],
    [...given, ...family],
  ]
  for (const { token } of term.any) {
    for (const order of orders) {
      const marked = spelledBy(order, token, [...(name.family + name.given)])
      if (marked) return marked.map((at) => characters[at] as [number, number])
    }
  }
  return null
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
      const fits = (one: string) => one.startsWith(rest) || rest.startsWith(one)
      const own = plainSyllable(syllable)
      // The other readings only where the commonest isn't it: a page of fifty names is explained at every key.
      const heard = fits(own)
        ? own
        : readingsOf(characters[at] ?? '')
            .map(plainSyllable)
            .find(fits)
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
  const found = inCharacters(latin, term) ?? inWords(latin, term)
  if (found) return found
  const tokens: string[] = []
  latinTokens(parts.familyName, parts.givenName, tokens)
  return hasToken(tokens, term) ? [[0, latin.length]] : null
}

/** The word of a text that begins with what was typed. */
function inWords(text: string, term: SearchTerm): Ranges | null {
  if (term.kind !== 'word') return null
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}'‘’`´]+/gu)) {
    const [plain = '', ...others] = spellings(word).map(withoutApostrophes)
    const typed = term.any.find(({ token }) => plain.startsWith(token))
    if (typed) return [[index, spanOf(word, typed.token.length)]]
    // Spelled out as in a passport (Mueller for Müller) it has other letters: the whole word is marked.
    if (term.any.some(({ token }) => others.some((one) => one.startsWith(token))))
      return [[index, word.length]]
  }
  return null
}

function inPhone(phone: string, term: SearchTerm): Ranges | null {
  if (term.kind !== 'digits') return null
  const digits = phoneDigits(phone)
  const start = phone.length - digits.length
  const back = backwards(digits)
  const tail = term.any.find(
    ({ token }) => token.startsWith(TAIL) && back.startsWith(token.slice(TAIL.length)),
  )
  if (tail) {
    const length = tail.token.length - TAIL.length
    return [[phone.length - length, length]]
  }
  const front = term.any.find(({ token }) => digits.startsWith(token))
  return front ? [[start, front.token.length]] : null
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
  return inWords(email, term)
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
    if (/[\p{L}\p{N}]/u.test(withoutApostrophes(number.charAt(i)))) seen++
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
