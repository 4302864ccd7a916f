/** What is found by its words: screens, commands, reports. */
export type Entry = {
  id: string
  /** Words it is found by: titles in both languages, pinyin initials, synonyms. */
  words: readonly string[]
}

/**
 * How well an entry fits what was typed; 0 is not at all. Whole word first, then the beginning of a title,
 * then of a later word, then initials (“nb” for “new booking”), then somewhere inside.
 */
export function score(entry: Entry, typed: string): number {
  const text = plain(typed)
  if (text === '') return 1
  return Math.max(0, ...entry.words.map((word) => scoreWord(plain(word), text)))
}

function scoreWord(word: string, text: string): number {
  if (word === '') return 0
  if (word === text) return 100
  if (word.startsWith(text)) return 80
  if (word.split(/[\s,:]+/).some((part) => part.startsWith(text))) return 60
  if (initials(word).startsWith(text)) return 50
  // Two Latin letters are inside of almost anything; one Chinese character says much
  const telling = text.length > 2 || !/^[a-z]+$/.test(text)
  return telling && word.includes(text) ? 40 : 0
}

/** Entries that fit, best first; among equals the recently used, then their own order. */
export function rank<E extends Entry>(entries: readonly E[], typed: string, recent: readonly string[]): E[] {
  const age = (entry: E) => {
    const at = recent.indexOf(entry.id)
    return at < 0 ? recent.length : at
  }
  return entries
    .map((entry, order) => ({ entry, order, score: score(entry, typed) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || age(a.entry) - age(b.entry) || a.order - b.order)
    .map((one) => one.entry)
}

/** The room or booking whose whole number was typed is meant: it goes before all whose numbers only begin so. */
export function exactFirst<R extends { number?: string }>(rows: readonly R[], typed: string): R[] {
  const wanted = plain(typed)
  const isMeant = (row: R) => row.number !== undefined && plain(row.number) === wanted
  return [...rows.filter(isMeant), ...rows.filter((row) => !isMeant(row))]
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}

function initials(word: string): string {
  return word
    .split(/[\s-]+/)
    .map((part) => part[0] ?? '')
    .join('')
}
