/** Who is called exactly what was typed: such guests come before others whose name only begins so. */
import { foldPassport, latinWords } from '../name/fold.ts'
import { hasHan } from '../name/name.ts'
import { sortKey } from '../name/pinyin.ts'
import { TONED } from './query.ts'

/** Family and given name of the longest; more words are no name. */
const MOST_WORDS = 5
const MOST_KEYS = 8

/** A syllable of pinyin as it is typed, ü as v or u. */
const SYLLABLE =
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiouv]|[ae]i|[ao]u|ao|[aeiuv]n|[aei]ng|ong|er|i[aeou]|i(?:ao|an|ang|ong)|u[aeio]|u(?:ai|an|ang)|ve)$/

/**
 * The sort keys of names that a typed text is as a whole: characters with or without spaces, Latin words in either
 * order, pinyin in one word ("xubin" is "xu bin"). None for what is no whole name.
 */
export function exactNameKeys(text: string): string[] {
  if (hasHan(text)) {
    const nativeName = /\p{Letter}/u.test(text.replace(/[\p{Script=Han}\s]/gu, ''))
      ? text
      : text.replace(/\s+/g, '')
    return [sortKey({ nativeName, familyName: '', givenName: '' })]
  }
  const words = latinWords(text).map(withoutTones)
  const [only = ''] = words
  if (words.length === 1) return syllablesOf(only).map((syllables) => syllables.join(' '))
  if (words.length === 0 || words.length > MOST_WORDS) return []
  // Müller may be on file as Mueller.
  return [...new Set([words, latinWords(text, foldPassport)].flatMap(ordersOf))]
}

function withoutTones(word: string): string {
  return TONED.test(word) ? word.replace(/\d/g, '') : word
}

/** As typed, with the last word first (anna maria müller), the first one last (jan van der berg), all the other way round. */
function ordersOf(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  const lastFirst = [...words.slice(-1), ...words.slice(0, -1)]
  return [words, lastFirst, [...rest, first], words.toReversed()].map((order) => order.join(' '))
}

/** Every way to read a word as two to four syllables, longer first syllables first. */
function syllablesOf(word: string): string[][] {
  const ways: string[][] = []
  const read = (rest: string, before: string[]): void => {
    if (ways.length >= MOST_KEYS || before.length > 4) return
    if (rest === '') {
      if (before.length > 1) ways.push(before)
      return
    }
    for (let length = Math.min(6, rest.length); length > 0; length--) {
      const syllable = rest.slice(0, length)
      if (SYLLABLE.test(syllable)) read(rest.slice(length), [...before, syllable])
    }
  }
  read(word, [])
  return ways
}
