/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine. Made for the demo hotel,
 * where each guest has a source of its own, so that any guest can be made again without those before.
 */

export type Random = {
  /** Evenly from [0, 1). */
  next: () => number
  /** A whole number from 0 to below `n`. */
  below: (n: number) => number
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number
  chance: (probability: number) => boolean
  of: <T>(list: readonly T[]) => T
  /** Standard normal. */
  normal: () => number
  /** Mean 1 over `mean`; never 0. */
  exponential: (mean: number) => number
  /** Failures before the first success. */
  geometric: (success: number) => number
}

/** Spreads what a seed is made of over 32 bits (the finaliser of MurmurHash3). */
export function mixed(...parts: readonly number[]): number {
  let hash = 0x9e3779b9
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** A source of its own for what `parts` name: (seed, stream, index). Generator: sfc32 (PractRand, Doty-Humphrey). */
export function randomOf(...parts: readonly number[]): Random {
  let a = mixed(1, ...parts)
  let b = mixed(2, ...parts)
  let c = mixed(3, ...parts)
  let counter = 1
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 8; i++) next()
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    of: <T>(list: readonly T[]) => list[below(list.length)] as T,
    // Box and Muller; the second of the pair is not kept, so that a call never depends on the one before.
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -Math.log(1 - next()) * mean,
    geometric: (success) => Math.floor(Math.log(1 - next()) / Math.log(1 - success)),
  }
}

export type Weighted<T> = { pick: (random: Random) => T; values: readonly T[] }

/** Picks by weight in two draws, however long the list is (Walker's alias method, after Vose). */
export function weighted<T>(entries: readonly (readonly [T, number])[]): Weighted<T> {
  const values = entries.map(([value]) => value)
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  const share = entries.map(([, weight]) => (weight * entries.length) / total)
  const alias = values.map((_, i) => i)
  const small = share.flatMap((p, i) => (p < 1 ? [i] : []))
  const large = share.flatMap((p, i) => (p < 1 ? [] : [i]))
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() as number
    const more = large.pop() as number
    alias[less] = more
    share[more] = (share[more] as number) + (share[less] as number) - 1
    if ((share[more] as number) < 1) small.push(more)
    else large.push(more)
  }
  // What is left over is 1 but for rounding.
  for (const i of [...small, ...large]) share[i] = 1
  return {
    values,
    pick: (random) => {
      const column = random.below(values.length)
      return values[random.next() < (share[column] as number) ? column : (alias[column] as number)] as T
    },
  }
}

/** Weighted values from `value weight value weight …`, as tables are written. */
export function weightedText(text: string): Weighted<string> {
  const words = text.trim().split(/\s+/)
  const entries: [string, number][] = []
  for (let i = 0; i + 1 < words.length; i += 2) entries.push([words[i] as string, Number(words[i + 1])])
  return weighted(entries)
}

/** Characters and their weights from `王712 李720`: for tables of characters. */
export function weightedCharacters(text: string): Weighted<string> {
  return weighted(
    text
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [, value = '', weight = '1'] = /^(\D+)([\d.]*)$/.exec(entry) ?? []
        return [value, Number(weight || '1')] as const
      }),
  )
}
