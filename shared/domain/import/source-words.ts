/** Words of sources that a manager gave a meaning: once for all, they are read so by every later import. */
import { bookingStatuses } from '../booking/booking.ts'
import { channels, segments } from '../booking/choices.ts'
import { meals } from '../rate/rate-plan.ts'
import type { ImportField } from './row.ts'
import { plainWord } from './values.ts'

/** Fields whose words are ours to choose from, with what a word may mean. */
export const meaningsByField = {
  status: bookingStatuses,
  meal: meals,
  segment: segments,
  channel: channels,
} as const
export type WordField = keyof typeof meaningsByField
export const wordFields = Object.keys(meaningsByField) as WordField[]

/** Whether something is a meaning that words of the field may have. */
export function isMeaning(field: WordField, means: string): boolean {
  return (meaningsByField[field] as readonly string[]).includes(means)
}

export type SourceWordImage = { field: string; word: string; means: string }

/** What words mean, by field; the words without case, spaces and marks. */
export type WordMeanings = Partial<Record<ImportField, ReadonlyMap<string, string>>>

/** Gathers words into what a row's reader looks them up in; of two meanings of one word the later stays. */
export function wordMeanings(words: Iterable<SourceWordImage>): WordMeanings {
  const meanings: Partial<Record<ImportField, Map<string, string>>> = {}
  for (const { field, word, means } of words) {
    const known = meanings[field as WordField] ?? new Map<string, string>()
    meanings[field as WordField] = known.set(plainWord(word), means)
  }
  return meanings
}

/** What a manager said the word means; null where nobody did. */
export function mappedMeaning(
  meanings: WordMeanings | undefined,
  field: ImportField,
  text: string,
): string | null {
  return meanings?.[field]?.get(plainWord(text)) ?? null
}

export function isWordField(field: string): field is WordField {
  return field in meaningsByField
}

/** An unknown word of a file, with how many of its rows have it. */
export type UnknownWord = { field: WordField; word: string; rows: number }

/** Words listed at most: a column with more of them is of another field. */
const maxWords = 200

/** Counts the unknown words of a file's rows. */
export function createWordWatch(): {
  see: (field: WordField, word: string) => void
  unknown: () => UnknownWord[]
} {
  const seen = new Map<string, UnknownWord>()
  return {
    see: (field, word) => {
      const key = `${field} ${plainWord(word)}`
      const known = seen.get(key)
      if (known) known.rows++
      else if (seen.size < maxWords) seen.set(key, { field, word, rows: 1 })
    },
    unknown: () =>
      [...seen.values()].sort(
        (a, b) => wordFields.indexOf(a.field) - wordFields.indexOf(b.field) || b.rows - a.rows,
      ),
  }
}
