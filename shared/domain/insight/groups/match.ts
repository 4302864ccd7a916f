import { squaredDistance } from './k-means.ts'

/** More clusters than this are not offered: nobody can tell them apart, and matching tries every order. */
export const maxClusters = 12

/**
 * Which cluster of the last run each of this one is: pairs of centres with the least sum of squared distances, each used
 * once. Answers the last run's place for each cluster, or −1 for one that is new. `centres` are row by row, in the same
 * units. Exact, by dynamic programming over sets (Held and Karp's way).
 */
export function matchClusters(centres: Float64Array, last: Float64Array, columns: number): number[] {
  const count = centres.length / columns
  const before = last.length / columns
  const pairs = Math.min(count, before)
  const cost = (a: number, b: number) => squaredDistance(centres, a * columns, last, b * columns, columns)
  // least[taken]: the least cost of the clusters so far, with the last run's places in `taken` given away
  let least = new Map<number, { sum: number; given: number[] }>([[0, { sum: 0, given: [] }]])
  for (let a = 0; a < count; a++) {
    const next = new Map<number, { sum: number; given: number[] }>()
    const keep = (taken: number, sum: number, given: number[]) => {
      const known = next.get(taken)
      if (!known || sum < known.sum) next.set(taken, { sum, given })
    }
    for (const [taken, { sum, given }] of least) {
      const mayBeNew = given.filter((place) => place < 0).length < count - pairs
      if (mayBeNew) keep(taken, sum, [...given, -1])
      for (let b = 0; b < before; b++)
        if ((taken & (1 << b)) === 0) keep(taken | (1 << b), sum + cost(a, b), [...given, b])
    }
    least = next
  }
  let best: { sum: number; given: number[] } | null = null
  for (const found of least.values()) if (!best || found.sum < best.sum) best = found
  return best?.given ?? []
}

type Scale = readonly { fact: string; middle: number; spread: number }[]
type Numbered = { scale: Scale; kinds: readonly { number: number; centre: readonly number[] }[] }

/**
 * A number for each cluster: that of the last run's kind which it is, by the facts that both have, or the lowest that is
 * free. `scale` says what the centres are in, so that a hotel whose guests have changed is compared in one unit.
 */
export function numbersFrom(
  { centres, k }: { centres: Float64Array; k: number },
  scale: Scale,
  last: Numbered | null,
): number[] {
  const common = scale.flatMap(({ fact }, at) => {
    const before = last?.scale.findIndex((one) => one.fact === fact) ?? -1
    return before < 0 ? [] : [{ at, before }]
  })
  const matched =
    last && common.length > 0
      ? matchClusters(pick(centres, k, scale, common), inUnits(last, scale, common), common.length)
      : []
  const numbers = Array.from({ length: k }, (_, kind) => {
    const place = matched[kind] ?? -1
    return place < 0 ? 0 : (last?.kinds[place]?.number ?? 0)
  })
  return numbers.map((number, kind) => number || freeNumber(numbers, kind))
}

type Common = readonly { at: number; before: number }[]

function pick(centres: Float64Array, k: number, scale: Scale, common: Common): Float64Array {
  return Float64Array.from({ length: k * common.length }, (_, i) => {
    const { at } = common[i % common.length] as Common[number]
    return centres[Math.floor(i / common.length) * scale.length + at] as number
  })
}

/** The last run's centres in this run's units. */
function inUnits({ scale: before, kinds }: Numbered, scale: Scale, common: Common): Float64Array {
  return Float64Array.from({ length: kinds.length * common.length }, (_, i) => {
    const places = common[i % common.length] as Common[number]
    const then = before[places.before] as Scale[number]
    const now = scale[places.at] as Scale[number]
    const centre = kinds[Math.floor(i / common.length)]?.centre[places.before] as number
    return (centre * then.spread + then.middle - now.middle) / now.spread
  })
}

function freeNumber(numbers: readonly number[], kind: number): number {
  // Those without a number take the free ones in their order
  const before = numbers.slice(0, kind).filter((number) => number === 0).length
  const free = Array.from({ length: numbers.length }, (_, at) => at + 1).filter(
    (number) => !numbers.includes(number),
  )
  return free[before] as number
}
