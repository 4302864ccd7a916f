/**
 * Names that are similar to a typed one: heard alike (z and zh, n and ng, l and r …) or one slip of the fingers away.
 * Nothing is kept for it: the few ways to mean what was typed are looked up in the indexes that exact names have.
 */
import { hasHan } from '../name/name.ts'
import { pinyinName } from '../name/pinyin.ts'
import type { ParsedSearch } from './query.ts'
import { type Read, readWithSlip, type Slip, withoutSlip } from './slips.ts'
import { MOST_SYLLABLES, readByEar, soundingLike } from './syllables.ts'

/** One look into the indexes that names have. */
export type Look =
  /** Whole names by their sort keys, the likeliest first. */
  | { keys: readonly string[] }
  /** An expression for the full-text index: names that begin so. */
  | { begins: string }

/** Shorter ones are one slip away from everybody. */
const SHORTEST_NAME = 3
const SHORTEST_BEGINNING = 4
const MOST_WORDS = 3
const LONGEST = 24
/** Of a name of three syllables each of which is heard as four others. */
const MOST_ALIKE = 48
const FEW: readonly Slip[] = ['doubled', 'swapped']
const MANY: readonly Slip[] = ['missing', 'extra', 'wrong']

/**
 * Where to look for whoever a typed text may mean, the likeliest first; nothing where it is no name or too short to say.
 * Each look is worked out when it is asked for: most often the first ones find enough. Beginnings of a name with a slip in
 * it are for what finds nobody (`isInVain`): what finds somebody is most often the beginning that is meant.
 */
export function* similarNames({ text, terms }: ParsedSearch, isInVain: boolean): Generator<Look> {
  if (terms.length > 0 && terms.every(({ kind }) => kind === 'characters')) {
    yield* alikeCharacters(text)
    return
  }
  const words = terms.map((term) => term.text)
  const letters = words.join('').length
  const isName = terms.every((term) => term.kind === 'word' && /^[a-z]+$/.test(term.text))
  if (!isName || words.length > MOST_WORDS || letters < SHORTEST_NAME || letters > LONGEST) return
  const alike = heardAlike(words)
  const reads = words.map(readWithSlip)
  const keysOf = (slip: Slip) => keysWithoutSlip(words, reads, slip)
  const few = [...alike.flatMap(keysOfSyllables), ...FEW.flatMap(keysOf)]
  if (few.length > 0) yield { keys: few }
  const many = MANY.flatMap(keysOf)
  if (many.length > 0) yield { keys: many }
  if (letters < SHORTEST_BEGINNING) return
  if (alike.length > 0)
    yield { begins: anyOf(alike.map((read) => all(read.map((one) => begins([one.join('')]))))) }
  if (!isInVain) return
  for (const kinds of [FEW, ['missing'], ['extra', 'wrong']] as const) {
    const meant = kinds.flatMap((slip) => beginningsWithoutSlip(words, slip))
    if (meant.length > 0) yield { begins: anyOf(meant) }
  }
}

/** 章伟 typed for 张伟: an input method offers many characters for one sound. */
function* alikeCharacters(text: string): Generator<Look> {
  const name = hasHan(text) ? pinyinName(text) : null
  if (!name || name.given === '') return
  const syllables = [...name.familySyllables, ...name.givenSyllables]
  if (syllables.length > MOST_SYLLABLES) return
  yield { keys: [syllables, ...otherSounds(syllables)].map((read) => read.join(' ')) }
}

/** The words as syllables that sound like them, each in turn; without the words themselves. */
function heardAlike(words: readonly string[]): string[][][] {
  const ways = words.map((word) => readByEar(word).flatMap((read) => [read, ...otherSounds(read)]))
  return combined(ways)
    .filter((read) => read.some((syllables, at) => syllables.join('') !== words[at]))
    .slice(0, MOST_ALIKE)
}

/** Every choice of one of each. */
function combined(ways: readonly string[][][]): string[][][] {
  return ways.reduce<string[][][]>(
    (before, own) =>
      before.flatMap((words) => own.map((word) => [...words, word])).slice(0, MOST_ALIKE * MOST_WORDS),
    [[]],
  )
}

/** Syllables with those that sound like them, few changes first. */
function otherSounds(syllables: readonly string[]): string[][] {
  const changes = (read: readonly string[]) => read.filter((one, at) => one !== syllables[at]).length
  return syllables
    .reduce<string[][]>(
      (before, one) => before.flatMap((read) => soundingLike(one).map((alike) => [...read, alike])),
      [[]],
    )
    .filter((read) => changes(read) > 0)
    .sort((a, b) => changes(a) - changes(b))
    .slice(0, MOST_ALIKE)
}

/** Names of these words, each of syllables: family name first or last, apart or with the given name as one word. */
function keysOfSyllables(words: readonly (readonly string[])[]): string[] {
  const [only] = words
  if (words.length === 1 && only) {
    if (only.length < 2) return []
    const turned = [...only.slice(-1), ...only.slice(0, -1)]
    return [only, turned].flatMap(([family = '', ...given]) => apartAndJoined([[family], given]))
  }
  return [words, [...words.slice(-1), ...words.slice(0, -1)]].flatMap(apartAndJoined)
}

function apartAndJoined(words: readonly (readonly string[])[]): string[] {
  const apart = words.flat().join(' ')
  const joined = words.map((syllables) => syllables.join('')).join(' ')
  return apart === joined ? [apart] : [apart, joined]
}

/** Whole names that the words are without a slip in one of them. */
function keysWithoutSlip(
  words: readonly string[],
  reads: readonly (readonly Read[])[],
  slip: Slip,
): string[] {
  const found: string[] = []
  for (const at of words.keys()) {
    const own = reads[at]?.filter((read) => read.slip === slip) ?? []
    const others = own.length === 0 ? [] : othersRead(words, at)
    for (const { syllables } of own) {
      for (const read of others) found.push(...keysOfSyllables(read.with(at, syllables)))
    }
  }
  return found
}

/** The words as syllables, as they stand; the one with the slip is put in its place by the caller. */
function othersRead(words: readonly string[], but: number): (readonly string[])[][] {
  const ways = words.map((word, at) =>
    at === but ? [[]] : readByEar(word).filter((read) => read.join('') === word),
  )
  return combined(ways)
}

function beginningsWithoutSlip(words: readonly string[], slip: Slip): string[] {
  return words.flatMap((word, at) => {
    const meant = withoutSlip(word, slip).filter((one) => one !== '')
    return meant.length === 0 ? [] : [all(words.map((one, i) => begins(i === at ? meant : [one])))]
  })
}

function all(expressions: readonly string[]): string {
  return `(${expressions.join(' AND ')})`
}

function anyOf(expressions: readonly string[]): string {
  return expressions.join(' OR ')
}

function begins(words: readonly string[]): string {
  return `(${words.map((word) => `"${word}"*`).join(' OR ')})`
}
