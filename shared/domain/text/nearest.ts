/** The word of `known` that was probably meant, or null when none is near: a typing slip or two, or its beginning. */
export function nearest(given: string, known: readonly string[]): string | null {
  const wanted = given.toLowerCase()
  if (wanted.length < 2) return null
  const ranked = known
    .map((word) => ({ word, slips: slipsBetween(wanted, word.toLowerCase()) }))
    .sort((a, b) => a.slips - b.slips)
  const best = ranked[0]
  if (best && best.slips <= Math.max(1, Math.floor(best.word.length / 3))) return best.word
  const begun = known.filter((word) => word.toLowerCase().startsWith(wanted))
  return begun.length === 1 ? (begun[0] ?? null) : null
}

/** A word as it is shown and as it is compared. */
export type KnownWord = { word: string; folded: string }

/**
 * The words of `known` that were probably meant by a folded text, the likeliest first, at most `max`: a typing slip or two, phrases
 * with such a word, what begins so, and Chinese words with two of its characters.
 */
export function nearestWords(given: string, known: readonly KnownWord[], max: number): string[] {
  const ranked = known.flatMap(({ word, folded }) => {
    // “chanels” is a slip in channels, though the word is shown as one
    const many = given.endsWith('s') && !folded.endsWith('s') ? distance(given, `${folded}s`) : null
    const far = many ?? distance(given, folded)
    return far === null ? [] : [{ word, far }]
  })
  return ranked
    .toSorted((a, b) => a.far - b.far)
    .slice(0, max)
    .map(({ word }) => word)
}

/** How far a word is from what was typed; null for one that is not meant. Among equals, one that begins alike is nearer. */
function distance(given: string, word: string): number | null {
  if (given.length < 2) return null
  return /\p{Script=Han}/u.test(given) ? distanceOfChinese(given, word) : distanceOfLetters(given, word)
}

/** Slips, then phrases with such a word or one that begins so. Not letters within a word: “done” is not Indonesia. */
function distanceOfLetters(given: string, word: string): number | null {
  const alike = given[0] === word[0] ? 0 : 0.5
  const slips = slipsUpTo(given, word, slipsAllowed(given, word))
  if (slips !== null) return slips + alike
  const length = Math.abs(word.length - given.length) / 10
  const parts = word.split(' ')
  const isBegun = parts.some((one) => one.length > 2 && slipsUpTo(given, one, oneSlip(given, one)) !== null)
  if (isBegun && word.includes(' ')) return 4 + length + alike
  const begins = given.length > 2 && parts.some((one) => one.startsWith(given))
  const isWithin = word.length > 2 && ` ${given} `.includes(` ${word} `)
  return begins || isWithin ? 5 + length + alike : null
}

/** A slip in one of two characters leaves little alike: words that have both go before. */
function distanceOfChinese(given: string, word: string): number | null {
  const alike = given[0] === word[0] ? 0 : 0.5
  const slips = slipsUpTo(given, word, Math.min(word.length - 1, Math.max(1, Math.floor(word.length / 3))))
  if (slips !== null) return slips + alike + (Math.max(given.length, word.length) < 3 ? 1.5 : 0)
  const apart = Math.abs(word.length - given.length)
  if (word.startsWith(given) || word.endsWith(given)) return 1 + apart / 2
  const isWithin = word.length > 1 && (given.startsWith(word) || given.endsWith(word))
  if (isWithin) return 5 + apart / 10 + alike
  const shared =
    given.length > 2 ? [...new Set(given)].filter((character) => word.includes(character)).length : 0
  return shared > 1 ? 9 + apart / 10 - shared : null
}

/** One slip in a short word, two from seven letters on: “gained” is not Guinea. */
function slipsAllowed(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  return length < 4 ? oneSlip(a, b) : Math.floor(Math.max(4, length + 1) / 4)
}

/** With three letters, the first is right: “gap” is not “map”. */
function oneSlip(a: string, b: string): number {
  return Math.min(a.length, b.length) < 4 && a[0] !== b[0] ? 0 : 1
}

/**
 * Slips between two words, null for more than allowed. Most words differ in length by more, or share neither end: they are not gone
 * through.
 */
function slipsUpTo(a: string, b: string, allowed: number): number | null {
  if (Math.abs(a.length - b.length) > allowed || (a[0] !== b[0] && a.at(-1) !== b.at(-1))) return null
  const slips = slipsBetween(a, b)
  return slips <= allowed ? slips : null
}

/** Letters left out, added, changed or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? (before[column - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
        swapped,
      )
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}
