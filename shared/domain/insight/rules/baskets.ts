/** Baskets for the search of rules: each is a set of items, all of them in two flat arrays. */

/** `items[starts[b] … starts[b + 1]]` are basket b's items, each once, as places in `words`. */
export type Baskets = {
  words: readonly string[]
  starts: Uint32Array
  items: Uint32Array
}

/** How many baskets there are, the empty ones too. */
export function basketCount({ starts }: Baskets): number {
  return starts.length - 1
}

export type BasketCollector = {
  /** An item's place; the first time it is asked for, it gets one. */
  placeOf: (word: string) => number
  /** Adds one basket by the places of its items; one that is named twice counts once. A basket may be empty. */
  add: (places: Iterable<number>) => void
  done: () => Baskets
}

/** Collects baskets one by one, without an object for each: three million of them fit. */
export function collectBaskets(): BasketCollector {
  const words: string[] = []
  const places = new Map<string, number>()
  const lastIn: number[] = []
  let starts = new Uint32Array(1024)
  let items = new Uint32Array(8192)
  let baskets = 0
  let length = 0
  return {
    placeOf(word) {
      const known = places.get(word)
      if (known !== undefined) return known
      places.set(word, words.length)
      lastIn.push(-1)
      return words.push(word) - 1
    },
    add(named) {
      for (const place of named) {
        if (lastIn[place] === baskets) continue
        lastIn[place] = baskets
        if (length === items.length) items = grown(items)
        items[length++] = place
      }
      if (++baskets === starts.length) starts = grown(starts)
      starts[baskets] = length
    },
    done: () => ({ words, starts: starts.slice(0, baskets + 1), items: items.slice(0, length) }),
  }
}

function grown(from: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(from.length * 2)
  to.set(from)
  return to
}

/**
 * A line's items: between commas, without the blanks around them, none of them empty. In quotes an item may hold a comma,
 * and a quote that is written twice. A line without any item is no basket: null.
 */
export function itemsOfLine(line: string): string[] | null {
  const cells = line.includes('"') ? quotedCells(line) : line.split(',')
  const items = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return items.length === 0 ? null : items
}

function quotedCells(line: string): string[] {
  const cells = line.match(/(?:\s*"(?:[^"]|"")*"[^,]*|[^,]*)(?:,|$)/g) ?? []
  return cells.map((cell) => {
    const bare = cell.replace(/,$/, '').trim()
    const quoted = /^"((?:[^"]|"")*)"$/.exec(bare)?.[1]
    return quoted === undefined ? bare : quoted.replaceAll('""', '"')
  })
}
