/** Asks a model about rows of plain columns, which are found by their names. */
import { type CategoryColumn, type Column, NO_WORD, rowsOf } from './columns.ts'
import type { BoostedModel, Model, ModelColumn, Tree, TreeNode } from './model.ts'

/** A column as the splits of a model read it. */
export interface ReadColumn {
  values: Float64Array | Float32Array | null
  /** The model's bin per row of a category; null for a number. */
  bins: Uint8Array | null
}

/** The bin of a word that the model doesn't know. */
export const UNSEEN = 255

/** A probability per row: a leaf's share of positives, or what the boosted trees' log-odds give. */
export function predict(model: Model, columns: readonly Column[]): Float64Array {
  if (model.kind === 'boosted') return predictLogOdds(model, columns).map((odds) => 1 / (1 + Math.exp(-odds)))
  const { nodes } = model.tree
  return Float64Array.from(predictLeaves(model.tree, model.columns, columns), (leaf) => nodes[leaf]!.value)
}

/** Log-odds per row, before they become probabilities. */
export function predictLogOdds(model: BoostedModel, columns: readonly Column[]): Float64Array {
  const read = readColumns(model.columns, columns)
  const scores = new Float64Array(rowsOf(columns)).fill(model.base)
  for (const tree of model.trees) {
    const steps = stepsOf(tree)
    for (let row = 0; row < scores.length; row++) scores[row]! += tree.nodes[walk(steps, read, row)]!.value
  }
  return scores
}

/** Per row the number of the leaf that it reaches. */
export function predictLeaves(
  tree: Tree,
  known: readonly ModelColumn[],
  columns: readonly Column[],
): Int32Array {
  const read = readColumns(known, columns)
  const steps = stepsOf(tree)
  return Int32Array.from({ length: rowsOf(columns) }, (_, row) => walk(steps, read, row))
}

/** The model's columns among the given ones, words turned into the model's bins. A column that is absent is a defect. */
export function readColumns(known: readonly ModelColumn[], columns: readonly Column[]): ReadColumn[] {
  const byName = new Map(columns.map((column) => [column.name, column]))
  return known.map((wanted) => {
    const column = byName.get(wanted.name)
    if (column?.kind !== wanted.kind) throw new Error(`no ${wanted.kind} column ${wanted.name}`)
    if (column.kind === 'number') return { values: column.values, bins: null }
    return { values: null, bins: binsOf(column, wanted as ModelColumn & { kind: 'category' }) }
  })
}

function binsOf({ codes, words }: CategoryColumn, wanted: ModelColumn & { kind: 'category' }): Uint8Array {
  const byWord = new Map(wanted.words.map((word, place) => [word, place + 1]))
  const other = wanted.hasOther ? wanted.words.length + 1 : UNSEEN
  const byCode = Uint8Array.from(words, (word) => byWord.get(word) ?? other)
  return Uint8Array.from(codes, (code) => (code === NO_WORD ? 0 : byCode[code]!))
}

/** A tree's nodes as its walk reads them. */
export interface Steps {
  left: Int32Array
  right: Int32Array
  column: Int32Array
  at: Float64Array
  missingLeft: Uint8Array
  /** Which bins of a category go left; null for a number. */
  binsLeft: readonly (Uint8Array | null)[]
}

export function stepsOf({ nodes }: Tree): Steps {
  return {
    left: Int32Array.from(nodes, ({ left }) => left ?? -1),
    right: Int32Array.from(nodes, ({ right }) => right ?? -1),
    column: Int32Array.from(nodes, ({ split }) => split?.column ?? -1),
    at: Float64Array.from(nodes, ({ split }) =>
      split?.kind === 'number' ? (split.at ?? Number.POSITIVE_INFINITY) : Number.NaN,
    ),
    missingLeft: Uint8Array.from(nodes, ({ split }) =>
      split?.kind === 'number' && split.missingLeft ? 1 : 0,
    ),
    binsLeft: nodes.map(leftBinsOf),
  }
}

function leftBinsOf({ split }: TreeNode): Uint8Array | null {
  if (split?.kind !== 'category') return null
  const goesLeft = new Uint8Array(UNSEEN + 1).fill(split.unseenLeft ? 1 : 0)
  for (const bin of split.left) goesLeft[bin] = 1
  for (const bin of split.right) goesLeft[bin] = 0
  return goesLeft
}

/** The leaf that a row reaches. */
export function walk(steps: Steps, read: readonly ReadColumn[], row: number): number {
  let node = 0
  while (steps.left[node]! >= 0)
    node = goesLeft(steps, node, read, row) ? steps.left[node]! : steps.right[node]!
  return node
}

/** Whether a row goes left at a node that has a split. */
export function goesLeft(steps: Steps, node: number, read: readonly ReadColumn[], row: number): boolean {
  const { values, bins } = read[steps.column[node]!]!
  if (bins) return steps.binsLeft[node]![bins[row]!] === 1
  const value = values![row]!
  return Number.isNaN(value) ? steps.missingLeft[node] === 1 : value <= steps.at[node]!
}
