/** Sums per bin over the rows of a node: all that a split is found from. */
import type { Binned } from './bins.ts'

/**
 * Four places per bin: sum of gradients, sum of hessians, rows, and one that is empty. Lying together they come from memory
 * together: sums in three arrays take nearly twice the time.
 */
export type Histogram = Float64Array

/** Where each column's bins begin, in bins; the last entry is how many all have. */
export function offsetsOf({ columns }: Binned): Int32Array {
  const offsets = new Int32Array(columns.length + 1)
  for (const [place, { size }] of columns.entries()) offsets[place + 1] = offsets[place]! + size
  return offsets
}

/** Histograms used again: a boosted run would make thousands of them. */
export interface HistogramPool {
  take(): Histogram
  give(histogram: Histogram): void
}

export function histogramPool(bins: number): HistogramPool {
  const free: Histogram[] = []
  return {
    take: () => free.pop() ?? new Float64Array(bins * 4),
    give: (histogram) => void free.push(histogram),
  }
}

export interface Gradients {
  gradients: Float64Array
  /** null: 1 for every row. */
  hessians: Float64Array | null
  /** As long as the rows: a node's gradients gathered in its order, so that each column reads them in line. */
  gathered: { gradients: Float64Array; hessians: Float64Array }
}

/** Counts the given rows of the given columns into a histogram, which is emptied first. */
export function countRows(
  binned: Binned,
  offsets: Int32Array,
  columns: Uint32Array,
  rows: Uint32Array,
  { gradients, hessians, gathered }: Gradients,
  into: Histogram,
): void {
  for (let place = 0; place < rows.length; place++) gathered.gradients[place] = gradients[rows[place]!]!
  if (hessians)
    for (let place = 0; place < rows.length; place++) gathered.hessians[place] = hessians[rows[place]!]!
  for (const column of columns) {
    const sums = into.subarray(offsets[column]! * 4, offsets[column + 1]! * 4).fill(0)
    const { bins } = binned.columns[column]!
    if (hessians) addBoth(bins, rows, gathered.gradients, gathered.hessians, sums)
    else addGradients(bins, rows, gathered.gradients, sums)
  }
}

function addGradients(
  bins: Uint8Array,
  rows: Uint32Array,
  gradients: Float64Array,
  sums: Float64Array,
): void {
  const count = rows.length
  for (let place = 0; place < count; place++) {
    const at = bins[rows[place]!]! << 2
    sums[at]! += gradients[place]!
    sums[at + 2]! += 1
  }
  for (let at = 0; at < sums.length; at += 4) sums[at + 1] = sums[at + 2]!
}

function addBoth(
  bins: Uint8Array,
  rows: Uint32Array,
  gradients: Float64Array,
  hessians: Float64Array,
  sums: Float64Array,
): void {
  const count = rows.length
  for (let place = 0; place < count; place++) {
    const at = bins[rows[place]!]! << 2
    sums[at]! += gradients[place]!
    sums[at + 1]! += hessians[place]!
    sums[at + 2]! += 1
  }
}

/** Takes a child's sums off its parent's, which leaves those of the other child. */
export function takeOff(parent: Histogram, child: Histogram): void {
  for (let at = 0; at < parent.length; at++) parent[at]! -= child[at]!
}
