import { seededRandom } from '../learn/random.ts'
import { type Clustering, squaredDistance } from './k-means.ts'
import { type Matrix, rowsOf, samplePlaces } from './matrix.ts'

export type Indices = {
  /** Mean over the rows, −1 to 1: how much nearer the rows of the own cluster are than those of the next (Rousseeuw 1987). */
  silhouette: number
  /** The rows it was worked out on: all of them, or a sample of many. */
  silhouetteRows: number
  /** Spread between clusters over spread within (Caliński and Harabasz 1974); higher is better. */
  calinskiHarabasz: number
  /** Mean likeness of each cluster to its likest (Davies and Bouldin 1979); lower is better. */
  daviesBouldin: number
}

/** Up to so many rows the silhouette is of all of them; beyond, of a seeded sample of half as many. */
export const EXACT_ROWS = 20_000

/** How well rows are grouped, by three indices. Of fewer than two clusters, or as many as rows, there is none: NaN. */
export function indicesOf(
  matrix: Matrix,
  found: Clustering,
  seed: number,
  { exactRows = EXACT_ROWS, sampleRows = EXACT_ROWS / 2 }: { exactRows?: number; sampleRows?: number } = {},
): Indices {
  const places = matrix.rows <= exactRows ? null : samplePlaces(matrix.rows, sampleRows, seededRandom(seed))
  const rows = places ? rowsOf(matrix, places) : matrix
  const cluster = places ? Uint16Array.from(places, (row) => found.cluster[row] as number) : found.cluster
  return {
    silhouette: silhouetteOf(rows, cluster, found.k),
    silhouetteRows: rows.rows,
    calinskiHarabasz: calinskiHarabaszOf(matrix, found),
    daviesBouldin: daviesBouldinOf(matrix, found),
  }
}

/** Mean of (b − a) / max(a, b): a the mean distance within, b the least mean distance to another cluster; 0 for one alone. */
function silhouetteOf({ rows, columns, values }: Matrix, cluster: Uint16Array, k: number): number {
  const sizes = new Float64Array(k)
  for (const one of cluster) sizes[one] = (sizes[one] as number) + 1
  if (sizes.filter((size) => size > 0).length < 2) return Number.NaN
  // Each pair's distance once, for both of its rows
  const sums = new Float64Array(rows * k)
  for (let r = 0; r < rows; r++) {
    const own = cluster[r] as number
    for (let other = r + 1; other < rows; other++) {
      const distance = Math.sqrt(squaredDistance(values, r * columns, values, other * columns, columns))
      const at = r * k + (cluster[other] as number)
      sums[at] = (sums[at] as number) + distance
      sums[other * k + own] = (sums[other * k + own] as number) + distance
    }
  }
  let total = 0
  for (let r = 0; r < rows; r++) total += silhouetteOfRow(sums, r * k, sizes, cluster[r] as number)
  return total / rows
}

function silhouetteOfRow(sums: Float64Array, from: number, sizes: Float64Array, own: number): number {
  if ((sizes[own] as number) < 2) return 0
  const within = (sums[from + own] as number) / ((sizes[own] as number) - 1)
  let next = Number.POSITIVE_INFINITY
  for (let at = 0; at < sizes.length; at++) {
    if (at !== own && (sizes[at] as number) > 0)
      next = Math.min(next, (sums[from + at] as number) / (sizes[at] as number))
  }
  const greater = Math.max(within, next)
  return greater > 0 ? (next - within) / greater : 0
}

function calinskiHarabaszOf(
  { rows, columns, values }: Matrix,
  { k, centres, sizes, inertia }: Clustering,
): number {
  if (k < 2 || k >= rows) return Number.NaN
  const mean = new Float64Array(columns)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      mean[c] = (mean[c] as number) + (values[r * columns + c] as number) / rows
  let between = 0
  for (let at = 0; at < k; at++)
    between += (sizes[at] as number) * squaredDistance(centres, at * columns, mean, 0, columns)
  return inertia === 0 ? 1 : (between * (rows - k)) / (inertia * (k - 1))
}

function daviesBouldinOf(
  { rows, columns, values }: Matrix,
  { k, centres, cluster, sizes }: Clustering,
): number {
  if (k < 2 || k >= rows) return Number.NaN
  const within = new Float64Array(k)
  for (let r = 0; r < rows; r++) {
    const own = cluster[r] as number
    const distance = Math.sqrt(squaredDistance(values, r * columns, centres, own * columns, columns))
    within[own] = (within[own] as number) + distance / (sizes[own] as number)
  }
  let sum = 0
  for (let a = 0; a < k; a++) {
    let worst = 0
    for (let b = 0; b < k; b++) {
      if (a === b) continue
      const apart = Math.sqrt(squaredDistance(centres, a * columns, centres, b * columns, columns))
      if (apart > 0) worst = Math.max(worst, ((within[a] as number) + (within[b] as number)) / apart)
    }
    sum += worst
  }
  return sum / k
}
