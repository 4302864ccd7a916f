/**
 * What drives one answer: each column's part of it, so that the parts and the average add up to the model's answer. These are
 * Shapley values over the tree's own branches (Lundberg and others, TreeSHAP, 2018), summed leaf by leaf.
 */
import { type Column, rowsOf } from './columns.ts'
import type { Model, Tree } from './model.ts'
import { goesLeft, type ReadColumn, readColumns, type Steps, stepsOf } from './predict.ts'

export interface Contributions {
  /** The answer for the average training row: log-odds (boosted) or share of positives (tree). */
  average: number
  columns: readonly string[]
  /** Per row, each column's part in the same unit, in the order of `columns`. */
  rows: readonly Float64Array[]
}

/** The parts of every row's answer. For a page of rows, not a million: it visits every leaf of every tree. */
export function contributionsOf(model: Model, columns: readonly Column[]): Contributions {
  const read = readColumns(model.columns, columns)
  const trees = model.kind === 'tree' ? [model.tree] : model.trees
  const names = model.columns.map(({ name }) => name)
  const rows = Array.from({ length: rowsOf(columns) }, () => new Float64Array(names.length))
  let average = model.kind === 'boosted' ? model.base : 0
  for (const tree of trees) {
    average += meanOf(tree)
    const steps = stepsOf(tree)
    for (const [row, parts] of rows.entries()) visit(tree, steps, read, row, parts, 0, [])
  }
  return { average, columns: names, rows }
}

/** The mean of the leaves' values, weighted by their training rows. */
function meanOf({ nodes }: Tree): number {
  const all = nodes[0]!.rows
  return nodes.reduce((sum, { split, rows, value }) => (split ? sum : sum + (rows / all) * value), 0)
}

/** A column on the way to a leaf: the share of training rows that went this way, and whether this row goes it. */
interface PathPart {
  column: number
  share: number
  goes: boolean
}

function visit(
  tree: Tree,
  steps: Steps,
  read: readonly ReadColumn[],
  row: number,
  parts: Float64Array,
  place: number,
  path: readonly PathPart[],
): void {
  const node = tree.nodes[place]!
  if (!node.split) {
    addLeaf(path, node.value, parts)
    return
  }
  const isLeft = goesLeft(steps, place, read, row)
  for (const [child, goes] of [
    [node.left!, isLeft],
    [node.right!, !isLeft],
  ] as const) {
    const share = tree.nodes[child]!.rows / node.rows
    visit(tree, steps, read, row, parts, child, withStep(path, node.split.column, share, goes))
  }
}

function withStep(path: readonly PathPart[], column: number, share: number, goes: boolean): PathPart[] {
  const before = path.find((part) => part.column === column)
  if (!before) return [...path, { column, share, goes }]
  const joined = { column, share: before.share * share, goes: before.goes && goes }
  return path.map((part) => (part === before ? joined : part))
}

/**
 * A leaf's Shapley values: for each column the leaf's value times (goes − share), weighted over which of the other columns are
 * known. `bySize[k]` is the sum over sets of k known ones of the product of what each of the others lets through.
 */
function addLeaf(path: readonly PathPart[], value: number, parts: Float64Array): void {
  const count = path.length
  for (const part of path) {
    const bySize = new Float64Array(count)
    bySize[0] = 1
    let others = 0
    for (const other of path) {
      if (other === part) continue
      others++
      for (let size = others; size >= 0; size--)
        bySize[size] = bySize[size]! * other.share + (size > 0 && other.goes ? bySize[size - 1]! : 0)
    }
    let weighted = 0
    let weight = 1 / count
    for (let size = 0; size < count; size++) {
      weighted += weight * bySize[size]!
      weight *= (size + 1) / (count - 1 - size)
    }
    parts[part.column]! += value * ((part.goes ? 1 : 0) - part.share) * weighted
  }
}
