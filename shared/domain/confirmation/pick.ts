/** One fact out of all the places of a message that speak of it. */

import { type Doubt, type Fact, firstDoubt } from './fact.ts'
import type { Label } from './labels.ts'
import type { Entry } from './lines.ts'

/** What an entry says for a fact; null where it says nothing for it. */
export type Reader<T> = (entry: Entry) => { value: T; doubt?: Doubt | null } | null

type Options<T> = {
  /** Whether two values are one; by their JSON where absent. */
  same?: (a: T, b: T) => boolean
  /** A text fits any label: at the head of an English line it is more often a sentence. */
  isText?: boolean
}

/**
 * The fact that the first of the labels leads which leads any. Places that say different things leave a doubt; so does a
 * label that may be part of a longer one.
 */
export function pickFact<T>(
  entries: readonly Entry[],
  labels: readonly Label[],
  read: Reader<T>,
  { same = sameJson, isText = false }: Options<T> = {},
): Fact<T> | null {
  for (const label of labels) {
    const said = entries
      .filter((entry) => entry.label === label && !(isText && isSentence(entry)))
      .flatMap((entry) => {
        const found = read(entry)
        return found ? [{ ...found, line: entry.line, inline: entry.by === 'inline' }] : []
      })
    const plain = said.filter(({ inline }) => !inline)
    const [first] = plain.length > 0 ? plain : said
    if (!first) continue
    const differs = plain.some(({ value }) => !same(value, first.value))
    const doubt = firstDoubt(differs && 'several', first.doubt, plain.length === 0 && 'unlabelled')
    return { value: first.value, line: first.line, doubt }
  }
  return null
}

/** “Room service is open”, “客人修改了订单”: a text without a colon after its label is a fact only where it is short, in Chinese. */
function isSentence({ by, words, value }: Entry): boolean {
  if (by !== 'head') return false
  return (
    !/^\p{Script=Han}{3,}$/u.test(words) || !/^[\p{Script=Han}·]{2,4}(?:[,、]|$)|^[\p{Lu}/ ]+$/u.test(value)
  )
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
