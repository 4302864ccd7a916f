import { seededRandom } from '../learn/random.ts'
import { type Matrix, rowsOf, samplePlaces } from './matrix.ts'

export type Clustering = {
  k: number
  /** Row by row, k × columns. */
  centres: Float64Array
  /** The cluster of each row, 0 to k − 1. */
  cluster: Uint16Array
  sizes: number[]
  /** Sum over all rows of the squared distance to the centre of their cluster. */
  inertia: number
}

export type KMeansOptions = {
  seed: number
  /** Beginnings that are tried; the one with the least inertia goes on. */
  starts?: number
  pulse?: (done: number, total: number) => void
}

/** Rows that the beginnings are tried on; a sample of so many has the same groups as a million rows. */
const SEARCH_ROWS = 20_000
const MOST_ROUNDS = 300
/** Of all rows after a search among some: what is left to win is below a thousandth. */
const ROUNDS_OF_MANY = 10
const usualStarts = 50

/**
 * k groups of rows around their means, with as little inertia as can be found: k-means++ beginnings (Arthur and
 * Vassilvitskii 2007), Lloyd's rounds until nothing moves, then single rows moved where that lowers the inertia (Hartigan
 * 1975), which ends in fewer local minima than Lloyd's rounds alone. The same seed gives the same clusters. At least k
 * different rows are needed: null with fewer.
 */
export function kMeans(
  matrix: Matrix,
  k: number,
  { seed, starts = usualStarts, pulse }: KMeansOptions,
): Clustering | null {
  const random = seededRandom(seed)
  const places = samplePlaces(matrix.rows, SEARCH_ROWS, random)
  const search = places.length === matrix.rows ? matrix : rowsOf(matrix, places)
  let best: Clustering | null = null
  for (let start = 0; start < starts; start++) {
    pulse?.(start, starts + 1)
    const centres = firstCentres(search, k, random)
    if (!centres) return null
    const tried = refine(search, settle(search, k, centres))
    if (!best || tried.inertia < best.inertia) best = tried
  }
  if (!best) return null
  if (search === matrix) return ordered(best)
  return ordered(refine(matrix, settle(matrix, k, best.centres), ROUNDS_OF_MANY))
}

/** Each next centre is drawn among the rows by its squared distance to those there are; null when all rows are the same as one. */
function firstCentres(
  { rows, columns, values }: Matrix,
  k: number,
  random: () => number,
): Float64Array | null {
  const centres = new Float64Array(k * columns)
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY)
  let row = Math.floor(random() * rows)
  for (let at = 0; at < k; at++) {
    if (row < 0) return null
    centres.set(values.subarray(row * columns, (row + 1) * columns), at * columns)
    let total = 0
    for (let r = 0; r < rows; r++) {
      const distance = squaredDistance(values, r * columns, centres, at * columns, columns)
      if (distance < (nearest[r] as number)) nearest[r] = distance
      total += nearest[r] as number
    }
    row = total > 0 ? drawBy(nearest, total * random()) : -1
  }
  return centres
}

/** The row at which the sum of the weights passes `mark`; never one without weight. */
function drawBy(weights: Float64Array, mark: number): number {
  let sum = 0
  let last = -1
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] as number
    if (weight === 0) continue
    sum += weight
    last = at
    if (sum > mark) return at
  }
  return last
}

/** Between row `i` of one list and row `j` of another, by their first places. */
export function squaredDistance(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  columns: number,
): number {
  let sum = 0
  for (let c = 0; c < columns; c++) {
    const difference = (a[i + c] as number) - (b[j + c] as number)
    sum += difference * difference
  }
  return sum
}

/** Lloyd's rounds: each row to the nearest centre, each centre to the mean of its rows, until no row moves. */
function settle(matrix: Matrix, k: number, first: Float64Array): Clustering {
  const { rows } = matrix
  const centres = first.slice()
  const cluster = new Uint16Array(rows).fill(k)
  let moved = rows
  for (let round = 0; moved > 0 && round < MOST_ROUNDS; round++) {
    moved = assign(matrix, k, centres, cluster)
    fillEmpty(matrix, k, centres, cluster)
    toMeans(matrix, k, centres, cluster)
  }
  return { k, centres, cluster, sizes: sizesOf(cluster, k), inertia: inertiaOf(matrix, centres, cluster) }
}

/** The nearest centre of every row; the first of two that are equally near. Answers how many rows changed. */
export function assign(
  { rows, columns, values }: Matrix,
  k: number,
  centres: Float64Array,
  cluster: Uint16Array,
): number {
  let moved = 0
  for (let r = 0; r < rows; r++) {
    let nearest = 0
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < k; at++) {
      const distance = squaredDistance(values, r * columns, centres, at * columns, columns)
      if (distance < least) {
        least = distance
        nearest = at
      }
    }
    if (cluster[r] !== nearest) {
      cluster[r] = nearest
      moved += 1
    }
  }
  return moved
}

/** A cluster that lost all its rows takes the row that is farthest from its centre, from a cluster that has others. */
function fillEmpty(
  { rows, columns, values }: Matrix,
  k: number,
  centres: Float64Array,
  cluster: Uint16Array,
): void {
  const sizes = sizesOf(cluster, k)
  for (let at = 0; at < k; at++) {
    if ((sizes[at] as number) > 0) continue
    let farthest = -1
    let most = 0
    for (let r = 0; r < rows; r++) {
      const own = cluster[r] as number
      if ((sizes[own] as number) < 2) continue
      const distance = squaredDistance(values, r * columns, centres, own * columns, columns)
      if (distance > most) {
        most = distance
        farthest = r
      }
    }
    if (farthest < 0) continue
    const former = cluster[farthest] as number
    sizes[former] = (sizes[former] as number) - 1
    sizes[at] = 1
    cluster[farthest] = at
  }
}

function toMeans(
  { rows, columns, values }: Matrix,
  k: number,
  centres: Float64Array,
  cluster: Uint16Array,
): void {
  const sizes = sizesOf(cluster, k)
  centres.fill(0)
  for (let r = 0; r < rows; r++) {
    const to = (cluster[r] as number) * columns
    for (let c = 0; c < columns; c++)
      centres[to + c] = (centres[to + c] as number) + (values[r * columns + c] as number)
  }
  for (let at = 0; at < k; at++) {
    for (let c = 0; c < columns; c++) {
      centres[at * columns + c] = (centres[at * columns + c] as number) / Math.max(1, sizes[at] as number)
    }
  }
}

/**
 * Moves single rows while that lowers the inertia: leaving a cluster of n rows wins n / (n − 1) of the squared distance,
 * joining one of m rows costs m / (m + 1).
 */
function refine(matrix: Matrix, from: Clustering, rounds = MOST_ROUNDS): Clustering {
  const { columns, values, rows } = matrix
  const { k, cluster } = from
  const centres = from.centres.slice()
  const sizes = [...from.sizes]
  let still = 0
  let r = 0
  for (let left = rows * rounds; still < rows && left > 0; left--) {
    if (moveRow(r)) still = 0
    else still += 1
    r = r + 1 === rows ? 0 : r + 1
  }
  toMeans(matrix, k, centres, cluster)
  return { k, centres, cluster, sizes, inertia: inertiaOf(matrix, centres, cluster) }

  function moveRow(row: number): boolean {
    const own = cluster[row] as number
    const size = sizes[own] as number
    if (size < 2) return false
    const won = (squaredDistance(values, row * columns, centres, own * columns, columns) * size) / (size - 1)
    let to = own
    // What rounding makes of equal sides moves no row to and fro
    let least = won * (1 - 1e-10)
    for (let at = 0; at < k; at++) {
      if (at === own) continue
      const other = sizes[at] as number
      const cost =
        (squaredDistance(values, row * columns, centres, at * columns, columns) * other) / (other + 1)
      if (cost < least) {
        least = cost
        to = at
      }
    }
    if (to === own) return false
    shift(row, own, -1)
    shift(row, to, 1)
    cluster[row] = to
    return true
  }

  function shift(row: number, at: number, sign: 1 | -1): void {
    const size = (sizes[at] as number) + sign
    sizes[at] = size
    for (let c = 0; c < columns; c++) {
      const centre = centres[at * columns + c] as number
      centres[at * columns + c] = centre + (sign * ((values[row * columns + c] as number) - centre)) / size
    }
  }
}

/** The largest cluster first, of two of one size the one whose centre comes first. */
function ordered(found: Clustering): Clustering {
  const { k, sizes, cluster, centres } = found
  const columns = centres.length / k
  const order = Array.from({ length: k }, (_, at) => at).sort(
    (a, b) => (sizes[b] as number) - (sizes[a] as number) || compareCentres(centres, a, b, columns),
  )
  const place = new Uint16Array(k)
  for (const [at, former] of order.entries()) place[former] = at
  const sorted = new Float64Array(centres.length)
  for (const [at, former] of order.entries())
    sorted.set(centres.subarray(former * columns, (former + 1) * columns), at * columns)
  return {
    k,
    inertia: found.inertia,
    centres: sorted,
    cluster: cluster.map((one) => place[one] as number),
    sizes: order.map((former) => sizes[former] as number),
  }
}

function compareCentres(centres: Float64Array, a: number, b: number, columns: number): number {
  for (let c = 0; c < columns; c++) {
    const difference = (centres[a * columns + c] as number) - (centres[b * columns + c] as number)
    if (difference !== 0) return difference
  }
  return 0
}

function sizesOf(cluster: Uint16Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0)
  for (const one of cluster) sizes[one] = (sizes[one] as number) + 1
  return sizes
}

function inertiaOf({ rows, columns, values }: Matrix, centres: Float64Array, cluster: Uint16Array): number {
  let sum = 0
  for (let r = 0; r < rows; r++)
    sum += squaredDistance(values, r * columns, centres, (cluster[r] as number) * columns, columns)
  return sum
}
