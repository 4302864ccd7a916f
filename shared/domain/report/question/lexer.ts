import { type Calendar, type Match, matchDates } from './dates.ts'
import { isGeneric } from './generic-words.ts'
import type { FilterName, Meaning, Token } from './meanings.ts'
import { canonicalOf, type Folded, isHan, isLetter } from './text.ts'
import { meaningsOf, type Vocabulary } from './vocabulary.ts'

/** Marks that join, where they stand alone. */
const joining = new Map<string, Meaning['is']>([
  ['-', 'to'],
  ['&', 'and'],
  ['+', 'and'],
  ['/', 'and'],
])

/**
 * The pieces of a question from left to right: at each place the longest word of the vocabulary, date, or part of a name on file.
 * What is none of them is a token without meanings.
 */
export function readTokens({ text }: Folded, vocabulary: Vocabulary, calendar: Calendar): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const match = matchAt(text, at, vocabulary, calendar)
    if (match) tokens.push({ from: at, to: at + match.length, meanings: match.meanings })
    at += match?.length ?? 1
  }
  return joinUnknown(text, tokens)
}

function matchAt(text: string, at: number, vocabulary: Vocabulary, calendar: Calendar): Match | null {
  const character = text[at] ?? ''
  if (text.startsWith('..', at)) return { length: 2, meanings: [{ is: 'to' }] }
  if (isLetter(character) && isLetter(text[at - 1])) return null
  const dates = matchDates(text, at, calendar).filter(({ length }) => isEdge(text, at + length))
  const word = longestWord(text, at, vocabulary, calendar)
  const matches = [...dates, ...(word ? [word] : [])]
  const longest = Math.max(0, ...matches.map(({ length }) => length))
  if (longest > 0) {
    const best = matches.filter(({ length }) => length === longest)
    // 有限公司 is a part of a name, though 有 is a small word
    const isSmall = longest === 1 && best.every(({ meanings }) => meanings.every(({ is }) => is === 'little'))
    const part = isSmall && isHan(character) ? partOfName(text, at, vocabulary) : null
    if (part) return part
    return { length: longest, meanings: best.flatMap(({ meanings }) => meanings) }
  }
  const join = joining.get(character)
  if (join) return { length: 1, meanings: [{ is: join } as Meaning] }
  if (!isLetter(character) && !isHan(character)) return null
  return partOfName(text, at, vocabulary) ?? { length: unknownLength(text, at), meanings: [] }
}

function isEdge(text: string, at: number): boolean {
  return !(isLetter(text[at - 1]) && isLetter(text[at]))
}

function longestWord(text: string, at: number, vocabulary: Vocabulary, calendar: Calendar): Match | null {
  if (!isLetter(text[at]) && !isHan(text[at] ?? '')) return null
  for (let length = Math.min(vocabulary.longest, text.length - at); length > 0; length -= 1) {
    const last = text[at + length - 1]
    // “Mean error in %” ends so
    if (!isEdge(text, at + length) || !(isLetter(last) || isHan(last ?? '') || last === '%')) continue
    const meanings = meaningsOf(vocabulary, canonicalOf(text.slice(at, at + length)), calendar)
    if (meanings.length > 0) return { length, meanings }
  }
  return null
}

/** What is told by the whole of its name: 罗马 is not 罗马尼亚, and “American” not American Samoa. */
const whole: ReadonlySet<FilterName> = new Set(['floor', 'country'])

/**
 * The beginning or the end of names on file, of whole words or at least two characters: “Ctrip” of “Ctrip International”, 双床房 of
 * 豪华双床房. Not what is within. Nor a generic word: “room” is not the one Family Room.
 */
function partOfName(
  text: string,
  at: number,
  { values, foldedValues, longest, generic }: Vocabulary,
): Match | null {
  // Of thousands of names, those that have its first two characters
  const begun = text.slice(at, at + 2)
  const near = values.flatMap(({ name, value }, index) => {
    const words = whole.has(name) ? [] : (foldedValues[index] ?? []).filter((word) => word.includes(begun))
    return words.length > 0 ? [{ name, value, words }] : []
  })
  if (near.length === 0) return null
  let unknown: Match | null = null
  for (let length = Math.min(longest, text.length - at); length > 1; length -= 1) {
    const last = text[at + length - 1]
    if (!isEdge(text, at + length) || !(isLetter(last) || isHan(last ?? ''))) continue
    const part = canonicalOf(text.slice(at, at + length))
    if (part.length < (isHan(part) ? 2 : 3)) continue
    const meanings = near.flatMap(({ name, value, words }): Meaning[] =>
      words.some((word) => hasPart(word, part)) ? [{ is: 'value', name, value }] : [],
    )
    if (meanings.length === 0) continue
    if (!isGeneric(part, generic)) return { length, meanings }
    // Not understood as a whole: the end of 有限公司 would be a part again
    unknown ??= { length, meanings: [] }
  }
  return unknown
}

function hasPart(word: string, part: string): boolean {
  if (word.startsWith(part) && isEdge(word, part.length)) return true
  return word.endsWith(part) && isEdge(word, word.length - part.length)
}

/** A word to its end; of Chinese, which parts no words, one character. */
function unknownLength(text: string, at: number): number {
  if (!isLetter(text[at])) return 1
  let end = at + 1
  while (isLetter(text[end]) || (/['-]/.test(text[end] ?? '') && isLetter(text[end + 1]))) end += 1
  return end - at
}

/**
 * Characters that are not understood and touch each other are one piece, with the joining characters between them: 积分 is not 积
 * and “by”.
 */
function joinUnknown(text: string, tokens: readonly Token[]): Token[] {
  const unknown = tokens.map((token) => token.meanings.length === 0 && isHan(text[token.from] ?? ''))
  for (const [at, token] of tokens.entries()) {
    if (unknown[at] || token.to - token.from !== 1 || !isHan(text[token.from] ?? '')) continue
    const before = unknown[at - 1] === true && tokens[at - 1]?.to === token.from
    const after = tokens[at + 1]?.from === token.to
    if (before && (!after || unknown[at + 1])) unknown[at] = true
    else if (after && unknown[at + 1] && !token.meanings.some(({ is }) => is === 'little')) unknown[at] = true
  }
  const joined: Token[] = []
  let wasUnknown = false
  for (const [at, token] of tokens.entries()) {
    const last = joined.at(-1)
    if (unknown[at] && wasUnknown && last?.to === token.from) {
      joined[joined.length - 1] = { from: last.from, to: token.to, meanings: [] }
      continue
    }
    joined.push(unknown[at] ? { ...token, meanings: [] } : token)
    wasUnknown = unknown[at] === true
  }
  return joined
}
