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

/** A source of its own for what `parts` name: (seed, stream, index). */
export function randomOf(...parts: readonly number[]): Random {
  return new Sfc32(mixed(1, ...parts), mixed(2, ...parts), mixed(3, ...parts))
}

/** The generator sfc32 (C. Doty-Humphrey, PractRand). A class: millions are made, and eight closures each are felt. */
class Sfc32 implements Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(a: number, b: number, c: number) {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    for (let i = 0; i < 8; i++) this.next()
  }

  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0
    return (t >>> 0) / 4_294_967_296
  }

  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }

  // Box and Muller; the second of the pair is not kept, so that a call never depends on the one before.
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean
  }

  geometric(success: number): number {
    return Math.floor(Math.log(1 - this.next()) / Math.log(1 - success))
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
