/** A part of a sentence: words, or the name of one of those who are named in it. */
export type Part<N> = { words: string } | { name: N }

/** A sentence parted at the names in it: the first of them first, and of two that begin together the longer one. */
export function partsOf<N extends { text: string }>(sentence: string, names: readonly N[]): Part<N>[] {
  const known = names.filter(({ text }) => text !== '').toSorted((a, b) => b.text.length - a.text.length)
  const parts: Part<N>[] = []
  let rest = sentence
  while (rest !== '') {
    let at = -1
    let found: N | undefined
    for (const name of known) {
      const place = rest.indexOf(name.text)
      if (place >= 0 && (at < 0 || place < at)) [at, found] = [place, name]
    }
    if (!found) return [...parts, { words: rest }]
    if (at > 0) parts.push({ words: rest.slice(0, at) })
    parts.push({ name: found })
    rest = rest.slice(at + found.text.length)
  }
  return parts
}
