/** One decision tree towards a yes-or-no target: readable, the first model of “Kinds of guests”. */
import type { Binned } from './bins.ts'
import { entropy, gini } from './criterion.ts'
import { type GrowOptions, groundOf, growTree } from './grow.ts'
import { modelColumns, type TreeModel } from './model.ts'
import { type Monotone, monotoneOf } from './monotone.ts'

export interface TreeOptions {
  maxDepth?: number
  /** Best leaf first until there are so many. */
  maxLeaves?: number
  /** The least rows of a leaf. */
  minLeaf?: number
  /** A split must lower rows × impurity by more than this. */
  minGain?: number
  criterion?: 'gini' | 'entropy'
  monotone?: Monotone
  /** Rows not to be learnt from are marked 1. */
  heldOut?: Uint8Array
}

/**
 * Grows a classification tree. `target` is 1 for a positive, 0 for others; a leaf's value is its share of positives. Splits
 * until no split gains or a limit is met; which of equal splits is taken is said in split-search.ts.
 */
export function fitTree(binned: Binned, target: Uint8Array, options: TreeOptions = {}): TreeModel {
  const { criterion = 'gini' } = options
  const gradients = Float64Array.from(target, (positive) => 0 - positive)
  const columns = Uint32Array.from(binned.columns.keys())
  const rows = rowsToLearn(binned.rows, options.heldOut)
  const { tree } = growTree(groundOf(binned), rows, columns, gradients, null, growOptions(binned, options))
  return { kind: 'tree', columns: modelColumns(binned), criterion, tree }
}

function growOptions(binned: Binned, options: TreeOptions): GrowOptions {
  return {
    criterion: options.criterion === 'entropy' ? entropy : gini,
    maxDepth: options.maxDepth ?? 6,
    maxLeaves: options.maxLeaves ?? Number.POSITIVE_INFINITY,
    minLeaf: options.minLeaf ?? 1,
    minGain: options.minGain ?? 0,
    minHessian: 0,
    monotone: monotoneOf(binned, options.monotone),
    categories: { smooth: 0, maxWords: Number.POSITIVE_INFINITY, minRows: 0, cost: 0 },
  }
}

/** The rows that are not held out, ascending. */
export function rowsToLearn(rows: number, heldOut?: Uint8Array): Uint32Array {
  const places = Uint32Array.from({ length: rows }, (_, row) => row)
  return heldOut ? places.filter((row) => !heldOut[row]) : places
}
