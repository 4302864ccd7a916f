/**
 * The one column that guests are found by: tokens apart by spaces, for a full-text index whose tokenizer is
 * `unicode61 remove_diacritics 2` with prefix indexes; no token comes apart there, so that the index needs no
 * positions (detail=none). Every term a clerk types is looked up as a prefix, so a
 * token that begins another one is left out: "zhangwei" answers "zhang" too, "weizhang" answers "wei".
 *
 * | kind | example | typed |
 * |---|---|---|
 * | characters and pairs | 张 伟 张伟 | 张, 张伟, 伟 |
 * | pinyin joined in both orders, later syllables | zhangwei weizhang | zhangw, wei zhang |
 * | the same with another reading of one character | zhangyue yuezhang (张乐) | zhangy |
 * | initials | zw | zw |
 * | words of other names, joined from each of them on, in every spelling | mulleranna annamuller muelleranna … | mul, anna mue |
 * | telephone, from the front and (marked þ) from the back | 13800138000 þ00083100831 | 1380013, 8000 |
 * | e-mail, @ written ð; its domain marked ð | weiðqqcom ðqqcom | wei, wei@q, @qq |
 * | document, membership, confirmation numbers | e12345678 | E123 |
 */
import { foldLatin, latinWords, namePieces, spellings } from '../name/fold.ts'
import type { GuestNames } from '../name/name.ts'
import { dottedParts, type PinyinName, pinyinName, plainSyllable, readingsOf } from '../name/pinyin.ts'
import { foldCharacter } from '../name/script.ts'

export interface SearchParts extends GuestNames {
  /** E.164, or digits as a source gave them. */
  phones?: readonly string[]
  emails?: readonly string[]
  documents?: readonly string[]
  memberships?: readonly string[]
  confirmations?: readonly string[]
}

/** Marks digits written from the back, so that the last four are a prefix. Folded away from all names (þ → th). */
export const TAIL = 'þ'
/** Stands for the @ of an e-mail, and before a domain. Folded away from all names (ð → d). */
export const AT = 'ð'

/** Scripts written without spaces between words: found by characters and pairs of them. */
export const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇ー]/u
/** Mail providers that say nothing about a guest: no plain token for their names. */
const PROVIDERS =
  /^(qq|vip|163|126|139|189|sina|sohu|foxmail|aliyun|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|mac|aol|gmx|web|mail|yandex|naver|daum|hanmail|proton|protonmail|free|orange|wanadoo|example|booking|guest)$/

/** The tokens of one guest, for the index. About a hundred bytes for a guest with a telephone and an e-mail. */
export function guestTokens(parts: SearchParts): string {
  const tokens: string[] = []
  nativeTokens(parts.nativeName, tokens)
  latinTokens(parts.familyName, parts.givenName, tokens)
  for (const phone of parts.phones ?? []) phoneTokens(phone, tokens)
  for (const email of parts.emails ?? []) emailTokens(email, tokens)
  for (const number of parts.documents ?? []) add(tokens, numberToken(number))
  for (const number of parts.memberships ?? []) {
    add(tokens, numberToken(number))
    add(tokens, withoutLetters(number))
  }
  for (const number of parts.confirmations ?? []) add(tokens, numberToken(number))
  return tokens.join(' ')
}

/** Adds what a name in its own script is found by. */
export function nativeTokens(nativeName: string, tokens: string[]): void {
  if (nativeName === '') return
  const name = pinyinName(nativeName)
  if (name) {
    characterTokens([...(name.family + name.given)].map(foldCharacter), tokens)
    chineseTokens(name, nativeName, tokens)
    return
  }
  if (PAIRED.test(nativeName)) {
    for (const run of nativeName.normalize('NFKC').match(PAIRED_RUN) ?? []) {
      characterTokens([...run].map(foldCharacter), tokens)
      // 王伟（VIP）, 김 李: what is written in Chinese characters alone has its pinyin.
      const within = pinyinName(run)
      if (within) chineseTokens(within, run, tokens)
    }
  }
  const words = nativeName.replace(PAIRED_RUN, ' ')
  wordTokens(words, '', tokens)
}

/** Readings other than the commonest are few among names; of a long one (a name in translation) not all are kept. */
const MOST_OTHERS = 6

function chineseTokens(name: PinyinName, nativeName: string, tokens: string[]): void {
  pinyinTokens(name.familySyllables, name.givenSyllables, tokens)
  for (const { family, given } of otherReadings(name).slice(0, MOST_OTHERS))
    pinyinTokens(family, given, tokens)
  const parts = dottedParts(nativeName)
  for (let i = 1; i < parts.length; i++) add(tokens, parts.slice(i).flat().join(''))
}

const PAIRED_RUN = new RegExp(`${PAIRED.source}+`, 'gu')

/** Runs of characters that are found by pairs, each as its characters, folded. */
export function pairedRuns(text: string): string[][] {
  return [...text.normalize('NFKC').matchAll(PAIRED_RUN)].map((run) => [...run[0]].map(foldCharacter))
}

function characterTokens(characters: readonly string[], tokens: string[]): void {
  for (let i = 0; i < characters.length; i++) {
    add(tokens, characters[i] as string)
    if (i > 0) add(tokens, (characters[i - 1] as string) + (characters[i] as string))
  }
}

function pinyinTokens(family: readonly string[], given: readonly string[], tokens: string[]): void {
  joined(family, given, tokens)
  add(tokens, initials(family) + initials(given))
  // ü is typed v, u or yu by turns: lv, lu and lyu all find 吕.
  if (!family.some(hasV) && !given.some(hasV)) return
  joined(family.map(plainSyllable), given.map(plainSyllable), tokens)
  const passport = (syllable: string) => syllable.replace('v', 'yu')
  joined(family.map(passport), given.map(passport), tokens)
}

function hasV(syllable: string): boolean {
  return syllable.includes('v')
}

/** Both orders joined, and every word that begins neither. */
function joined(family: readonly string[], given: readonly string[], tokens: string[]): void {
  const one = family.join('')
  const two = given.join('')
  add(tokens, one + two)
  if (one !== '' && two !== '') add(tokens, two + one)
  for (let i = 1; i < family.length; i++) add(tokens, family[i] as string)
  for (let i = 1; i < given.length; i++) add(tokens, given[i] as string)
}

/** Adds what a Latin name is found by. */
export function latinTokens(family: string, given: string, tokens: string[]): void {
  if (family === '' && given === '') return
  if (PAIRED.test(family + given)) {
    for (const run of pairedRuns(`${family} ${given}`)) characterTokens(run, tokens)
    return
  }
  wordTokens(family, given, tokens)
}

/**
 * Words of a name joined from each of them on, the ones before it last: "van der berg jan" is found by berg, by
 * vanderberg and by janvan. In every spelling; the unseen joiner of a Persian name parts it too.
 */
function wordTokens(family: string, given: string, tokens: string[]): void {
  const text = `${family} ${given}`.replaceAll('\u200c', ' ')
  for (const spelled of spellings(text)) {
    const pieces = namePieces(spelled)
    for (let i = 0; i < pieces.length; i++) {
      add(tokens, pieces.slice(i).join('') + pieces.slice(0, i).join(''))
    }
  }
  const words = latinWords(text)
  const families = given === '' ? Math.max(1, words.length - 1) : latinWords(family).length
  const first = initials(words.slice(0, families))
  const last = initials(words.slice(families))
  if (first.length + last.length < 2) return
  add(tokens, first + last)
  add(tokens, last + first)
}

type Read = { family: readonly string[]; given: readonly string[] }

/** The name with another reading of one of its characters, those of the surname first. */
function otherReadings({ family, given, familySyllables, givenSyllables }: PinyinName): Read[] {
  const syllables = [...familySyllables, ...givenSyllables]
  const readings = [...(family + given)].map(readingsOf)
  if (readings.length !== syllables.length || readings.every(({ length }) => length < 2)) return []
  return readings.flatMap((ways, at) =>
    ways
      .filter((reading) => reading !== syllables[at])
      .map((reading) => {
        const read = syllables.with(at, reading)
        return { family: read.slice(0, familySyllables.length), given: read.slice(familySyllables.length) }
      }),
  )
}

function initials(words: readonly string[]): string {
  let letters = ''
  for (const word of words) letters += word.charAt(0)
  return letters
}

/** China's numbers without their country code, as they are typed; others with it. */
export function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return phone.startsWith('+86') ? digits.slice(2) : digits
}

function phoneTokens(phone: string, tokens: string[]): void {
  const digits = phoneDigits(phone)
  if (digits === '') return
  add(tokens, digits)
  add(tokens, TAIL + backwards(digits))
}

/** Digits from the back: "8000" → "0008". */
export function backwards(digits: string): string {
  let back = ''
  for (let i = digits.length - 1; i >= 0; i--) back += digits.charAt(i)
  return back
}

function emailTokens(email: string, tokens: string[]): void {
  const folded = foldLatin(email)
  const at = folded.lastIndexOf('@')
  if (at < 1) return
  const local = folded.slice(0, at)
  const domain = folded.slice(at + 1)
  const plainDomain = plainWord(domain)
  add(tokens, plainWord(local) + AT + plainDomain)
  add(tokens, AT + plainDomain)
  const words = local.split(/[^\p{L}\p{N}]+/u)
  for (let i = 1; i < words.length; i++) add(tokens, words[i] as string)
  const company = domain.split('.')[0] as string
  if (!PROVIDERS.test(company)) add(tokens, plainWord(company))
}

/** Letters and digits alone. */
export function plainWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A document, membership or confirmation number as a token: small letters and digits without separators. */
export function numberToken(number: string): string {
  return plainWord(foldLatin(number))
}

/** A membership number as somebody reads it out who leaves the letters before it away: "KR80000172" is also "80000172". */
export function withoutLetters(number: string): string {
  return numberToken(number).replace(/^\p{L}+(?=\d{4})/u, '')
}

function add(tokens: string[], token: string): void {
  if (token !== '' && !tokens.includes(token)) tokens.push(token)
}
