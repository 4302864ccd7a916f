/**
 * What a clerk types, as an expression for the full-text index of guestTokens. Nothing typed reaches the
 * index as syntax: every term is quoted and holds letters and digits only.
 */
import {
  ASCII,
  foldLatin,
  IGNORED,
  LONE_ACCENT,
  spellings,
  withoutApostrophes,
  wordsOf,
} from '../name/fold.ts'
import { AT, backwards, PAIRED, pairedRuns, plainWord, TAIL } from './tokens.ts'

export interface SearchTerm {
  /** What it is treated as; it decides which kinds of token it can match. */
  kind: 'characters' | 'digits' | 'email' | 'word'
  /** The term as folded. */
  text: string
  /** Tokens that must match, any one of which is enough; `prefix` where the token may go on. */
  any: { token: string; prefix: boolean }[]
}

const MAX_TERMS = 8
const MAX_LENGTH = 100

/** A typed text with all that a search needs of it, so that one search parses it once. */
export interface ParsedSearch {
  text: string
  terms: readonly SearchTerm[]
  /** The FTS5 MATCH expression (all terms needed), or null when there is nothing to look for. */
  match: string | null
}

/** Parses what was typed. */
export function parseSearch(text: string): ParsedSearch {
  const terms = searchTerms(text)
  return { text, terms, match: terms.length === 0 ? null : terms.map(expression).join(' AND ') }
}

/**
 * The terms of a typed text. Characters match characters and pairs; a word matches pinyin, initials, Latin
 * names, e-mail names and numbers with letters; digits match telephones from either end and numbers; what has
 * an @ matches e-mails alone.
 */
export function searchTerms(text: string): SearchTerm[] {
  const plain = plainTyping(text)
  if (plain === '') return []
  if (/^\+?[\d\s\-().–—/]+$/.test(plain)) return digitTerms(plain)
  const terms: SearchTerm[] = []
  for (const piece of plain.split(/\s+/)) {
    if (piece.includes('@')) terms.push(...emailTerms(piece))
    else terms.push(...pieceTerms(piece))
  }
  return unique(terms).slice(0, MAX_TERMS)
}

/**
 * In one form: full-width and Arabic digits as digits, an accent that stands alone as the apostrophe it is typed for,
 * nothing that isn't seen.
 */
function plainTyping(text: string): string {
  const read = text.slice(0, MAX_LENGTH)
  if (ASCII.test(read)) return read.trim()
  return read
    .normalize('NFKC')
    .toWellFormed()
    .replace(IGNORED, '')
    .replace(LONE_ACCENT, "'")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .trim()
}

const PAIRED_RUN = new RegExp(`${PAIRED.source}+`, 'u')

function pieceTerms(piece: string): SearchTerm[] {
  if (!PAIRED.test(piece)) return wordTerms(piece)
  const terms: SearchTerm[] = []
  for (const run of pairedRuns(piece)) terms.push(...characterTerms(run))
  for (const part of piece.split(PAIRED_RUN)) terms.push(...wordTerms(part))
  return terms
}

function characterTerms(characters: readonly string[]): SearchTerm[] {
  const term = (token: string): SearchTerm => ({
    kind: 'characters',
    text: token,
    any: [{ token, prefix: false }],
  })
  if (characters.length === 1) return [term(characters[0] as string)]
  return characters.slice(1).map((character, i) => term((characters[i] as string) + character))
}

/** Pinyin as a textbook writes it, tones as digits: zhang1wei3. */
export const TONED = /^(?:\p{L}{1,6}[0-5])+$/u

function wordTerms(part: string): SearchTerm[] {
  if (part === '') return []
  const ways = spellings(part).map(withoutApostrophes)
  const [folded = ''] = ways
  // A number keeps its parts together (KR-2026-17); a name comes apart at its hyphen (Müller-Lüdenscheidt).
  if (/\d/.test(folded)) return numberTerms(plainWord(folded))
  const words = ways.map(wordsOf)
  return (words[0] ?? []).map((word, at) => {
    const any = new Set(words.flatMap((spelled) => withParticles(spelled[at] ?? word)))
    return { kind: 'word', text: word, any: [...any].map(begins) }
  })
}

function numberTerms(word: string): SearchTerm[] {
  if (word === '') return []
  if (/^\d+$/.test(word)) return [digitTerm(word, word)]
  const any = [begins(word)]
  if (TONED.test(word)) any.push(begins(word.replace(/\d/g, '')))
  return [{ kind: 'word', text: word, any }]
}

/** Who heard a Dutch name doesn't know whether it is van den or van der: both are looked for. */
function withParticles(word: string): string[] {
  const [, before, particle, rest] = /^(van|)(den|der)(.*)$/.exec(word) ?? []
  if (particle === undefined || (before === '' && rest !== '')) return [word]
  return [word, `${before}${particle === 'den' ? 'der' : 'den'}${rest}`]
}

/** A mobile or landline of China with its country code, which the index leaves out. */
const CHINESE = /^(?:\+|00)?86[\s\-().–—/]*(?=[\s\d\-().–—/]*$)/

function digitTerms(plain: string): SearchTerm[] {
  const digits = plain.replace(/\D/g, '')
  if (digits === '') return []
  const national = plain.replace(CHINESE, '').replace(/\D/g, '')
  const marked = /^(?:\+|00)86/.test(plain)
  if (marked) return [national === '' ? digitTerm(digits, digits) : phoneTerm(national)]
  const term = phoneTerm(digits)
  // Without + it may be any number that begins with 86: as a telephone only when it is as long as one.
  if (national.length >= 10 && national.length < digits.length) term.any.push(...phoneTerm(national).any)
  return [term]
}

function phoneTerm(digits: string): SearchTerm {
  const term = digitTerm(digits, digits)
  // The 0 of a national number isn't in the international one: 07911 123456 is +44 7911 123456. Few digits are the end
  // of a number, whose 0 is its own.
  const national = digits.replace(/^0+/, '')
  if (digits.length > MOST_OF_A_TAIL && national !== digits && national.length >= LEAST_OF_A_TAIL)
    term.any.push(...tailOf(national))
  return term
}

/** So many digits are the last of a telephone before anything else: what a guest at the desk is asked for. */
const LEAST_OF_A_TAIL = 3
const MOST_OF_A_TAIL = 6

/** Fewer than three digits would be the last of every hundredth guest. */
function digitTerm(front: string, back: string): SearchTerm {
  return { kind: 'digits', text: front, any: [begins(front), ...tailOf(back)] }
}

function tailOf(digits: string): SearchTerm['any'] {
  return digits.length < LEAST_OF_A_TAIL ? [] : [begins(TAIL + backwards(digits))]
}

/** The search for telephones that end so, where three to six digits were typed alone; null for anything else. */
export function tailSearch({ text, terms }: ParsedSearch): ParsedSearch | null {
  const [only] = terms
  if (terms.length !== 1 || only?.kind !== 'digits' || text.trim().startsWith('+')) return null
  if (only.text.length < LEAST_OF_A_TAIL || only.text.length > MOST_OF_A_TAIL) return null
  const term = { ...only, any: tailOf(only.text) }
  return { text, terms: [term], match: expression(term) }
}

function emailTerms(piece: string): SearchTerm[] {
  const folded = foldLatin(piece)
  const at = folded.indexOf('@')
  const token = plainWord(folded.slice(0, at)) + AT + plainWord(folded.slice(at + 1))
  return token === AT ? [] : [{ kind: 'email', text: folded, any: [begins(token)] }]
}

function begins(token: string): { token: string; prefix: boolean } {
  return { token, prefix: true }
}

function expression(term: SearchTerm): string {
  const any = term.any.map(({ token, prefix }) => `"${token.replaceAll('"', '')}"${prefix ? '*' : ''}`)
  return any.length === 1 ? (any[0] as string) : `(${any.join(' OR ')})`
}

function unique(terms: SearchTerm[]): SearchTerm[] {
  const seen = new Set<string>()
  return terms.filter((term) => !seen.has(term.text) && seen.add(term.text))
}
