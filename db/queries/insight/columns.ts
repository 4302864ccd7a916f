import { businessDateOf, toDayNumber } from '#shared/values/index.ts'

/** Turns a text that begins with a date into its day number; a hotel's dates are few, so each is worked out once. */
export function createDays(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const date = text.length === 10 ? text : text.slice(0, 10)
    let day = known.get(date)
    if (day === undefined) {
      day = toDayNumber(businessDateOf(date))
      known.set(date, day)
    }
    return day
  }
}

/** Words by code in the order in which they came; the empty one is 0. */
export type WordList = { words: string[]; code: (word: string) => number }

/** Codes are kept in 16 bits; whatever comes after so many different words (free text) is not told apart. */
const mostWords = 0xffff

/** A new list, with nothing but the empty word. */
export function createWordList(): WordList {
  const words = ['']
  const codes = new Map([['', 0]])
  return {
    words,
    code: (word) => {
      let code = codes.get(word)
      if (code === undefined) {
        if (words.length === mostWords) return 0
        code = words.push(word) - 1
        codes.set(word, code)
      }
      return code
    },
  }
}
