/** Which columns a model goes by. */
import { type Column, rowsOf } from './columns.ts'
import { auc } from './measures.ts'
import type { Model } from './model.ts'
import { predict } from './predict.ts'
import { seededRandom, shuffledPlaces } from './random.ts'

export interface Importance {
  column: string
  /** 0 to 1, all together 1 (gain), or the AUC lost (permutation). */
  importance: number
}

/** Each column's part of what all splits gain together, greatest first; 0 for one that no split uses. */
export function gainImportance(model: Model): Importance[] {
  const trees = model.kind === 'tree' ? [model.tree] : model.trees
  const gains = model.columns.map(() => 0)
  for (const { nodes } of trees) for (const { split, gain } of nodes) if (split) gains[split.column]! += gain!
  const all = gains.reduce((sum, gain) => sum + gain, 0)
  return inOrder(
    model,
    gains.map((gain) => (all > 0 ? gain / all : 0)),
  )
}

/** The AUC lost when a column's values are shuffled among the rows (Breiman 2001), greatest first. */
export function permutationImportance(
  model: Model,
  columns: readonly Column[],
  labels: Uint8Array,
  seed = 1,
): Importance[] {
  const random = seededRandom(seed)
  const whole = auc(predict(model, columns), labels)
  const lost = model.columns.map(({ name }) => {
    const places = shuffledPlaces(rowsOf(columns), random)
    const mixed = columns.map((column) => (column.name === name ? mixedUp(column, places) : column))
    return whole - auc(predict(model, mixed), labels)
  })
  return inOrder(model, lost)
}

function mixedUp(column: Column, places: Uint32Array): Column {
  return column.kind === 'number'
    ? { ...column, values: column.values.map((_, row) => column.values[places[row]!]!) }
    : { ...column, codes: column.codes.map((_, row) => column.codes[places[row]!]!) }
}

function inOrder({ columns }: Model, amounts: readonly number[]): Importance[] {
  return columns
    .map(({ name }, place) => ({ column: name, importance: amounts[place]! }))
    .sort((one, other) => other.importance - one.importance)
}
