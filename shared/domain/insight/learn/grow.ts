/** Grows one tree over binned facts, best leaf first: the part that a single tree and a boosted one share. */
import type { Binned } from './bins.ts'
import {
  countRows,
  type Gradients,
  type Histogram,
  type HistogramPool,
  histogramPool,
  offsetsOf,
  takeOff,
} from './histogram.ts'
import type { Tree, TreeNode } from './model.ts'
import { type Bounds, type FoundSplit, findSplit, type SearchOptions, type Sums } from './split-search.ts'

export interface GrowOptions extends SearchOptions {
  maxDepth: number
  maxLeaves: number
  /** A split must better the criterion by more than this. */
  minGain: number
}

/** What is used again from tree to tree of one table. */
export interface Ground {
  binned: Binned
  offsets: Int32Array
  pool: HistogramPool
  gathered: Gradients['gathered']
  scratch: Uint32Array
}

export interface GrownTree {
  tree: Tree
  /** Per node: which bins of its column go left; null for a leaf. */
  routes: readonly (Uint8Array | null)[]
}

interface Leaf {
  place: number
  depth: number
  from: number
  to: number
  sums: Sums
  output: number
  bounds: Bounds
  histogram: Histogram | null
  found: FoundSplit | null
}

interface Growing {
  ground: Ground
  rows: Uint32Array
  columns: Uint32Array
  gradients: Gradients
  options: GrowOptions
  nodes: TreeNode[]
  routes: (Uint8Array | null)[]
}

/** Room to grow trees in over one table. */
export function groundOf(binned: Binned): Ground {
  const offsets = offsetsOf(binned)
  return {
    binned,
    offsets,
    pool: histogramPool(offsets.at(-1)!),
    gathered: { gradients: new Float64Array(binned.rows), hessians: new Float64Array(binned.rows) },
    scratch: new Uint32Array(binned.rows),
  }
}

/**
 * A tree over the given rows and columns. `rows` is put into another order: a node's rows come to lie together.
 * `hessians` null means 1 for each row.
 */
export function growTree(
  ground: Ground,
  rows: Uint32Array,
  columns: Uint32Array,
  gradients: Float64Array,
  hessians: Float64Array | null,
  options: GrowOptions,
): GrownTree {
  const growing: Growing = {
    ground,
    rows,
    columns,
    gradients: { gradients, hessians, gathered: ground.gathered },
    options,
    nodes: [],
    routes: [],
  }
  const open = [plantRoot(growing)]
  let leaves = 1
  while (leaves < options.maxLeaves) {
    const leaf = bestOf(open)
    if (!leaf) break
    open.splice(open.indexOf(leaf), 1, ...splitLeaf(growing, leaf))
    leaves++
  }
  for (const leaf of open) if (leaf.histogram) release(ground, leaf)
  return { tree: { nodes: growing.nodes }, routes: growing.routes }
}

/** The leaf whose split gains most; of equal ones the one made first. */
function bestOf(open: readonly Leaf[]): Leaf | null {
  let best: Leaf | null = null
  for (const leaf of open)
    if (leaf.found && (!best || leaf.found.gain > best.found!.gain || isOlder(leaf, best))) best = leaf
  return best
}

function isOlder(leaf: Leaf, best: Leaf): boolean {
  return leaf.found!.gain === best.found!.gain && leaf.place < best.place
}

function plantRoot(growing: Growing): Leaf {
  const { rows, gradients, options } = growing
  const sums: Sums = { gradient: 0, hessian: 0, rows: rows.length }
  for (const row of rows) {
    sums.gradient += gradients.gradients[row]!
    sums.hessian += gradients.hessians ? gradients.hessians[row]! : 1
  }
  const leaf: Leaf = {
    place: 0,
    depth: 0,
    from: 0,
    to: rows.length,
    sums,
    output: options.criterion.output(sums.gradient, sums.hessian),
    bounds: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
    histogram: null,
    found: null,
  }
  addNode(growing, leaf)
  if (mayBeSplit(growing, leaf)) {
    leaf.histogram = countLeaf(growing, leaf)
    search(growing, leaf)
  }
  return leaf
}

function addNode({ nodes, routes }: Growing, { sums, output }: Leaf): void {
  nodes.push({ rows: sums.rows, value: output })
  routes.push(null)
}

function mayBeSplit({ options }: Growing, { depth, sums }: Leaf): boolean {
  return depth < options.maxDepth && sums.rows >= 2 * options.minLeaf && sums.rows > 1
}

function countLeaf({ ground, columns, rows, gradients }: Growing, { from, to }: Leaf): Histogram {
  const histogram = ground.pool.take()
  countRows(ground.binned, ground.offsets, columns, rows.subarray(from, to), gradients, histogram)
  return histogram
}

function search({ ground, columns, options }: Growing, leaf: Leaf): void {
  const { offsets, binned } = ground
  const given = { histogram: leaf.histogram!, offsets, bounds: leaf.bounds, options }
  const found = findSplit(binned, columns, leaf.sums, leaf.output, given)
  leaf.found = found && found.gain > options.minGain ? found : null
  if (!leaf.found) release(ground, leaf)
}

function release({ pool }: Ground, leaf: Leaf): void {
  pool.give(leaf.histogram!)
  leaf.histogram = null
}

function splitLeaf(growing: Growing, leaf: Leaf): [Leaf, Leaf] {
  const { ground, nodes, routes, options } = growing
  const found = leaf.found!
  const middle = partition(growing, leaf, found)
  const [leftBounds, rightBounds] = childBounds(leaf.bounds, found, options.monotone)
  const common = { depth: leaf.depth + 1, histogram: null, found: null }
  const left: Leaf = {
    ...common,
    place: nodes.length,
    from: leaf.from,
    to: middle,
    sums: found.left,
    output: found.leftOutput,
    bounds: leftBounds,
  }
  const right: Leaf = {
    ...common,
    place: nodes.length + 1,
    from: middle,
    to: leaf.to,
    sums: found.right,
    output: found.rightOutput,
    bounds: rightBounds,
  }
  addNode(growing, left)
  addNode(growing, right)
  const { split, gain, goesLeft } = found
  nodes[leaf.place] = { ...nodes[leaf.place]!, split, gain, left: left.place, right: right.place }
  routes[leaf.place] = goesLeft
  const [fewer, more] = left.sums.rows <= right.sums.rows ? [left, right] : [right, left]
  if (mayBeSplit(growing, more)) {
    fewer.histogram = countLeaf(growing, fewer)
    takeOff(leaf.histogram!, fewer.histogram)
    more.histogram = leaf.histogram
    search(growing, more)
    if (mayBeSplit(growing, fewer)) search(growing, fewer)
    else release(ground, fewer)
  } else release(ground, leaf)
  return [left, right]
}

/** A node's rows, those that go left first, each side in the order it had; answers where the right ones begin. */
function partition({ ground, rows }: Growing, { from, to }: Leaf, { split, goesLeft }: FoundSplit): number {
  const { bins } = ground.binned.columns[split.column]!
  const { scratch } = ground
  let left = from
  let right = 0
  for (let place = from; place < to; place++) {
    const row = rows[place]!
    if (goesLeft[bins[row]!]) rows[left++] = row
    else scratch[right++] = row
  }
  rows.set(scratch.subarray(0, right), left)
  return left
}

/** Children of a monotone split may not cross their middle further down (LightGBM's basic method). */
function childBounds(bounds: Bounds, found: FoundSplit, monotone: Int8Array): [Bounds, Bounds] {
  const direction = monotone[found.split.column]!
  if (direction === 0) return [bounds, bounds]
  const middle = (found.leftOutput + found.rightOutput) / 2
  const below = { low: bounds.low, high: middle }
  const above = { low: middle, high: bounds.high }
  return direction > 0 ? [below, above] : [above, below]
}
