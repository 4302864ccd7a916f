import { squaredDistance } from './k-means.ts'
import type { GuestKindImage } from './kind-image.ts'
import { kindFacts } from './kinds.ts'
import { matchClusters, maxClusters } from './match.ts'

/** A kind of now is the named one while its centre is no further away than this, in standard deviations over all facts. */
const NEAR = 1.5

type Found = {
  scale: readonly { fact: string; middle: number; spread: number }[]
  kinds: readonly { number: number; traits: readonly { fact: string; mean: number }[] }[]
}

/**
 * The number of the kind that each named kind is now, or null where none is like it. Compared are the means of the facts that
 * both have, in the spreads of now.
 */
export function matchNames(
  { scale, kinds }: Found,
  named: readonly GuestKindImage['means'][],
): (number | null)[] {
  if (named.length === 0) return []
  const rowOf = (means: Partial<Record<string, number>>) =>
    scale.map(({ fact, middle, spread }) => {
      const mean = means[fact]
      return mean === undefined || mean === null ? 0 : (logged(fact, mean) - middle) / spread
    })
  const columns = scale.length
  const now = Float64Array.from(
    kinds.flatMap(({ traits }) => rowOf(Object.fromEntries(traits.map(({ fact, mean }) => [fact, mean])))),
  )
  // More names than matching can weigh: the newest are held against the kinds
  const first = Math.max(0, named.length - maxClusters)
  const then = Float64Array.from(named.slice(first).flatMap(rowOf))
  const places = matchClusters(now, then, columns)
  const found: (number | null)[] = named.map(() => null)
  for (const [kind, place] of places.entries()) {
    if (place < 0) continue
    const distance = Math.sqrt(squaredDistance(now, kind * columns, then, place * columns, columns))
    if (distance <= NEAR) found[first + place] = kinds[kind]?.number ?? null
  }
  return found
}

/** Means are compared as the centres are: the log of those facts that were grouped by it. */
function logged(fact: string, mean: number): number {
  return kindFacts.find(({ name }) => name === fact)?.log ? Math.log1p(Math.max(0, mean)) : mean
}
