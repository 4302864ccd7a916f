/** Words that a typed one may have been meant as: one slip of the fingers away. */
import { type Branch, MOST_SYLLABLES, TREE } from './syllables.ts'

/** The slips, the likeliest first: a letter typed twice, two swapped, one left out, one too many, one for another. */
export const slips = ['doubled', 'swapped', 'missing', 'extra', 'wrong'] as const
export type Slip = (typeof slips)[number]

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Every text that is one such slip away from a word; `wrong` and `extra` without what `swapped` and `doubled` have. */
export function withoutSlip(word: string, slip: Slip): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const letter = word.charAt(at)
    const after = word.slice(at + 1)
    if (slip === 'missing') for (const one of LETTERS) found.add(before + one + letter + after)
    if (letter === '') continue
    const isDouble = letter === after.charAt(0)
    if (slip === 'doubled' && isDouble) found.add(before + after)
    if (slip === 'extra' && !isDouble && letter !== word.charAt(at - 1)) found.add(before + after)
    if (slip === 'swapped' && after !== '' && !isDouble)
      found.add(before + after.charAt(0) + letter + after.slice(1))
    if (slip === 'wrong') for (const one of LETTERS) if (one !== letter) found.add(before + one + after)
  }
  return [...found]
}

export type Read = { syllables: readonly string[]; slip: Slip }

/** Every reading of a word as syllables of pinyin after one slip, the likeliest slips first. */
export function readWithSlip(word: string): Read[] {
  const found = new Map<string, Read>()
  const emit = (syllables: readonly string[], slip: Slip) => {
    const key = syllables.join(' ')
    const known = found.get(key)
    if (!known || slips.indexOf(slip) < slips.indexOf(known.slip)) found.set(key, { syllables, slip })
  }
  const walk = (
    text: string,
    at: number,
    branch: Branch,
    before: readonly string[],
    slip: Slip | null,
  ): void => {
    const letter = text.charAt(at)
    if (branch.syllable !== null && before.length < MOST_SYLLABLES) {
      const syllables = [...before, branch.syllable]
      if (letter !== '') walk(text, at, TREE, syllables, slip)
      else if (slip) emit(syllables, slip)
    }
    const next = letter === '' ? undefined : branch.next.get(letter)
    if (next) walk(text, at + 1, next, before, slip)
    if (slip) return
    for (const [one, child] of branch.next) {
      walk(text, at, child, before, 'missing')
      if (letter !== '' && one !== letter) walk(text, at + 1, child, before, 'wrong')
    }
    if (letter === '') return
    const following = text.charAt(at + 1)
    const isDouble = letter === following || letter === text.charAt(at - 1)
    walk(text, at + 1, branch, before, isDouble ? 'doubled' : 'extra')
    if (following !== '' && following !== letter)
      walk(text.slice(0, at) + following + letter + text.slice(at + 2), at, branch, before, 'swapped')
  }
  walk(word, 0, TREE, [], null)
  return [...found.values()].sort((a, b) => slips.indexOf(a.slip) - slips.indexOf(b.slip))
}
