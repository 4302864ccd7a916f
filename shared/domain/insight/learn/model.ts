/** Models as data: plain JSON, so that they lie in the store beside the window they were trained on and their figures. */
import type { Binned } from './bins.ts'

export type ModelColumn =
  | { name: string; kind: 'number' }
  /** Bin b is words[b − 1]; all other words are one more bin where `hasOther`, else not seen. */
  | { name: string; kind: 'category'; words: readonly string[]; hasOther: boolean }

export interface NumberSplit {
  kind: 'number'
  column: number
  /** Known values up to it go left; null: every known value goes left and what is not known right. */
  at: number | null
  /** Where “not known” goes. Where the split saw none, to the child with more rows. */
  missingLeft: boolean
  /** Some rows of the training do not know it: others may come to this split that don't. */
  hasMissing: boolean
}

export interface CategorySplit {
  kind: 'category'
  column: number
  /** The bins that the split saw, 0 being “not known”. */
  left: readonly number[]
  right: readonly number[]
  /** Where a word goes that the split didn't see: to the child with more rows. */
  unseenLeft: boolean
}

export type Split = NumberSplit | CategorySplit

export interface TreeNode {
  /** Training rows that reach it. */
  rows: number
  /** Share of positives (one tree), or what it adds to the log-odds (boosted). */
  value: number
  split?: Split
  /** How much its split betters the criterion, over all its rows. */
  gain?: number
  left?: number
  right?: number
}

/** Node 0 is the root; children come after their parent. */
export interface Tree {
  nodes: readonly TreeNode[]
}

export interface TreeModel {
  kind: 'tree'
  columns: readonly ModelColumn[]
  criterion: 'gini' | 'entropy'
  tree: Tree
}

export interface BoostedModel {
  kind: 'boosted'
  columns: readonly ModelColumn[]
  /** Log-odds before any tree. */
  base: number
  trees: readonly Tree[]
}

export type Model = TreeModel | BoostedModel

/** What a model keeps of the columns that it was trained on. */
export function modelColumns({ columns }: Binned): ModelColumn[] {
  return columns.map((column) =>
    column.kind === 'number'
      ? { name: column.name, kind: 'number' }
      : { name: column.name, kind: 'category', words: column.words, hasOther: column.hasOther },
  )
}

/** How many leaves a tree has. */
export function leavesOf(tree: Tree): number {
  return tree.nodes.filter(({ split }) => !split).length
}
