/**
 * The best split of a node, from its histogram. Candidates are looked at in one order: columns as they are given; a number's
 * cuts ascending, each with “not known” on the right before on the left, known against not known last; a category's words
 * by their output, equal ones by their bin, cut after each. A later candidate must be better, so the first of equals wins.
 */
import type { Binned, BinnedNumber } from './bins.ts'
import type { Criterion } from './criterion.ts'
import type { Histogram } from './histogram.ts'
import type { Split } from './model.ts'

export interface Sums {
  gradient: number
  hessian: number
  rows: number
}

/** What monotone columns further up leave to a node's output. */
export interface Bounds {
  low: number
  high: number
}

export interface SearchOptions {
  criterion: Criterion
  minLeaf: number
  /** The least sum of hessians in a child. */
  minHessian: number
  /** Per column: 1 where the output may only rise with the value, −1 where only fall, 0 else. */
  monotone: Int8Array
  categories: CategoryOptions
}

export interface CategoryOptions {
  /** Added to a word's hessians when words are put in order: rare ones move to the middle. */
  smooth: number
  /** At most so many words on the smaller side. */
  maxWords: number
  /** Words with fewer rows in a node stay on the right. */
  minRows: number
  /** A split by words must be better than one by a number by so much times its count of words. */
  cost: number
}

export interface FoundSplit {
  split: Split
  gain: number
  left: Sums
  right: Sums
  leftOutput: number
  rightOutput: number
  /** Per bin of its column: 1 goes left. */
  goesLeft: Uint8Array
}

interface Best {
  gain: number
  column: number
  /** The last bin on the left, or how many of the ordered words. */
  cut: number
  missingLeft: boolean
  order: readonly number[] | null
  left: Sums
  leftOutput: number
  rightOutput: number
}

interface Search {
  histogram: Histogram
  offsets: Int32Array
  node: Sums
  bounds: Bounds
  options: SearchOptions
  parentScore: number
  tolerance: number
  best: Best
}

/** Two gains are equal when they differ by less than this per row: sums in another order differ by rounding. */
const EQUAL = 1e-10

/** The best split of a node of the given sums and output, or null where none betters the criterion. */
export function findSplit(
  binned: Binned,
  columns: Uint32Array,
  node: Sums,
  output: number,
  given: Pick<Search, 'histogram' | 'offsets' | 'bounds' | 'options'>,
): FoundSplit | null {
  const search: Search = {
    ...given,
    node,
    parentScore: given.options.criterion.score(node.gradient, node.hessian, output),
    tolerance: EQUAL * node.rows,
    best: {
      gain: 0,
      column: -1,
      cut: 0,
      missingLeft: false,
      order: null,
      left: { gradient: 0, hessian: 0, rows: 0 },
      leftOutput: 0,
      rightOutput: 0,
    },
  }
  for (const column of columns) {
    const { kind, size } = binned.columns[column]!
    if (kind === 'number') searchNumber(search, column, size)
    else searchWords(search, column, size)
  }
  return search.best.column < 0 ? null : foundSplit(search, binned)
}

function searchNumber(search: Search, column: number, size: number): void {
  const { histogram, offsets, node } = search
  const from = offsets[column]!
  const missing = binSums(histogram, from)
  const left: Sums = { gradient: 0, hessian: 0, rows: 0 }
  for (let bin = 1; bin < size; bin++) {
    if (histogram[(from + bin) * 4 + 2] === 0) continue
    addBin(left, histogram, from + bin)
    if (left.rows + missing.rows === node.rows) {
      if (missing.rows > 0) consider(search, column, size - 1, false, null, left)
      return
    }
    if (missing.rows === 0) {
      consider(search, column, bin, 2 * left.rows > node.rows, null, left)
      continue
    }
    consider(search, column, bin, false, null, left)
    consider(search, column, bin, true, null, sumsTogether(left, missing))
  }
}

function searchWords(search: Search, column: number, size: number): void {
  const { histogram, offsets, node, options } = search
  const { smooth, maxWords, minRows, cost } = options.categories
  const from = offsets[column]!
  const ratios = new Float64Array(size)
  const seen: number[] = []
  for (let bin = 0; bin < size; bin++) {
    const at = (from + bin) * 4
    const rows = histogram[at + 2]!
    if (rows === 0 || rows < minRows) continue
    ratios[bin] = -histogram[at]! / (histogram[at + 1]! + smooth)
    seen.push(bin)
  }
  seen.sort((one, other) => ratios[one]! - ratios[other]! || one - other)
  const ways = maxWords < seen.length ? [seen, seen.toReversed()] : [seen]
  for (const order of ways) {
    const left: Sums = { gradient: 0, hessian: 0, rows: 0 }
    for (let cut = 1; cut <= Math.min(order.length, maxWords); cut++) {
      addBin(left, histogram, from + order[cut - 1]!)
      if (left.rows === node.rows) break
      consider(search, column, cut, false, order, left, cost)
    }
  }
}

function consider(
  search: Search,
  column: number,
  cut: number,
  missingLeft: boolean,
  order: readonly number[] | null,
  left: Sums,
  cost = 0,
): void {
  const { node, options, bounds, best } = search
  const rightRows = node.rows - left.rows
  if (left.rows < options.minLeaf || rightRows < options.minLeaf) return
  const hessian = node.hessian - left.hessian
  if (left.hessian < options.minHessian || hessian < options.minHessian) return
  const gradient = node.gradient - left.gradient
  const leftOutput = within(bounds, options.criterion.output(left.gradient, left.hessian))
  const rightOutput = within(bounds, options.criterion.output(gradient, hessian))
  if ((rightOutput - leftOutput) * options.monotone[column]! < 0) return
  const gain =
    options.criterion.score(left.gradient, left.hessian, leftOutput) +
    options.criterion.score(gradient, hessian, rightOutput) -
    search.parentScore -
    cost
  if (!(gain > best.gain + search.tolerance)) return
  best.gain = gain
  best.column = column
  best.cut = cut
  best.missingLeft = missingLeft
  best.order = order
  best.left.gradient = left.gradient
  best.left.hessian = left.hessian
  best.left.rows = left.rows
  best.leftOutput = leftOutput
  best.rightOutput = rightOutput
}

function within({ low, high }: Bounds, output: number): number {
  return Math.min(high, Math.max(low, output))
}

function binSums(histogram: Histogram, bin: number): Sums {
  const at = bin * 4
  return { gradient: histogram[at]!, hessian: histogram[at + 1]!, rows: histogram[at + 2]! }
}

function addBin(sums: Sums, histogram: Histogram, bin: number): void {
  const at = bin * 4
  sums.gradient += histogram[at]!
  sums.hessian += histogram[at + 1]!
  sums.rows += histogram[at + 2]!
}

function sumsTogether(one: Sums, other: Sums): Sums {
  return {
    gradient: one.gradient + other.gradient,
    hessian: one.hessian + other.hessian,
    rows: one.rows + other.rows,
  }
}

function foundSplit({ best, node, histogram, offsets }: Search, binned: Binned): FoundSplit {
  const column = binned.columns[best.column]!
  const from = offsets[best.column]!
  const counts = Int32Array.from({ length: column.size }, (_, bin) => histogram[(from + bin) * 4 + 2]!)
  const right: Sums = {
    gradient: node.gradient - best.left.gradient,
    hessian: node.hessian - best.left.hessian,
    rows: node.rows - best.left.rows,
  }
  const { gain, left, leftOutput, rightOutput } = best
  const common = { gain, left, right, leftOutput, rightOutput }
  if (column.kind === 'number') {
    const at = cutValue(column, best.cut, counts)
    const goesLeft = Uint8Array.from(column.highs, (high) => (at === null || high <= at ? 1 : 0))
    goesLeft[0] = best.missingLeft ? 1 : 0
    const { missingLeft } = best
    return {
      ...common,
      goesLeft,
      split: { kind: 'number', column: best.column, at, missingLeft, hasMissing: column.hasMissing },
    }
  }
  const unseenLeft = left.rows > right.rows
  const chosen = new Set(best.order!.slice(0, best.cut))
  const isLeft = (bin: number) => (counts[bin] === 0 ? unseenLeft : chosen.has(bin))
  const seen = [...counts.keys()].filter((bin) => counts[bin]! > 0)
  const split: Split = {
    kind: 'category',
    column: best.column,
    left: seen.filter((bin) => chosen.has(bin)),
    right: seen.filter((bin) => !chosen.has(bin)),
    unseenLeft,
  }
  return { ...common, goesLeft: Uint8Array.from(counts, (_, bin) => (isLeft(bin) ? 1 : 0)), split }
}

/**
 * Half way between the greatest value on the left and the least on the right that the node has; null where all known values
 * are on the left. A bin of several values without rows of the node is not cut in two: rows of other nodes may be in it.
 */
function cutValue({ lows, highs }: BinnedNumber, cut: number, counts: Int32Array): number | null {
  const next = counts.findIndex((rows, bin) => bin > cut && rows > 0)
  if (next < 0) return null
  const at = between(highs[cut]!, lows[next]!)
  for (let bin = cut + 1; bin < next; bin++) if (lows[bin]! <= at && at < highs[bin]!) return highs[bin]!
  return at
}

/** The middle of two values, which is never the greater one: of neighbours among floating numbers it would be. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2
  return middle >= low && middle < high ? middle : low
}
