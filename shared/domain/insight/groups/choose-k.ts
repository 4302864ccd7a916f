import { seededRandom } from '../learn/random.ts'
import { type Indices, indicesOf } from './indices.ts'
import { type Clustering, kMeans } from './k-means.ts'
import { type Matrix, rowsOf, samplePlaces } from './matrix.ts'

export type Tried = Indices & { k: number; inertia: number }

/** Rows on which numbers of clusters are compared; the silhouette grows with their square. */
const COMPARED_ROWS = 4_000
const STARTS = 10

/**
 * Tries every k of [least, most] on a seeded sample and ranks each by the three indices: the k with the best sum of
 * places is taken, the smaller of two that are level. Null where the rows are too few or too alike for `least` clusters.
 */
export function chooseK(
  matrix: Matrix,
  {
    least,
    most,
    seed,
    pulse,
  }: { least: number; most: number; seed: number; pulse?: (done: number, total: number) => void },
): { k: number; tried: Tried[] } | null {
  const places = samplePlaces(matrix.rows, COMPARED_ROWS, seededRandom(seed))
  const rows = places.length === matrix.rows ? matrix : rowsOf(matrix, places)
  const tried: Tried[] = []
  for (let k = least; k <= Math.min(most, rows.rows - 1); k++) {
    pulse?.(k - least, most - least + 1)
    const found = kMeans(rows, k, { seed, starts: STARTS })
    if (found) tried.push(judged(rows, found, seed))
  }
  const best = bestOf(tried)
  return best === null ? null : { k: best, tried }
}

function judged(rows: Matrix, found: Clustering, seed: number): Tried {
  return { k: found.k, inertia: found.inertia, ...indicesOf(rows, found, seed) }
}

/** By the sum of the places in the three rankings; shared places for equal figures. */
export function bestOf(tried: readonly Tried[]): number | null {
  const place = (value: number, of: readonly number[]) => of.filter((other) => other > value).length
  const silhouettes = tried.map(({ silhouette }) => silhouette)
  const spreads = tried.map(({ calinskiHarabasz }) => calinskiHarabasz)
  const likeness = tried.map(({ daviesBouldin }) => -daviesBouldin)
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  for (const [at, { k }] of tried.entries()) {
    const sum =
      place(silhouettes[at] as number, silhouettes) +
      place(spreads[at] as number, spreads) +
      place(likeness[at] as number, likeness)
    if (sum < least) {
      least = sum
      best = k
    }
  }
  return best
}
