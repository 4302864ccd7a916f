/** A tree as rules: one per leaf, each with the conditions on its way, those on one column joined. */
import type { CategorySplit, ModelColumn, NumberSplit, Tree, TreeModel } from './model.ts'

export interface NumberCondition {
  kind: 'number'
  column: string
  /** Greater than it; null: no lower end. */
  above: number | null
  /** At most it; null: no upper end. */
  atMost: number | null
  /** Whether “not known” meets it too; null where training had nobody of whom it isn't known. */
  missing: boolean | null
  /** Whether any known value meets it: else only “not known” does. */
  known: boolean
}

export interface CategoryCondition {
  kind: 'category'
  column: string
  /** The words that meet it; the rarer ones that share a bin are `other`, “not known” is `missing`. */
  words: readonly string[]
  other: boolean
  missing: boolean
}

export type Condition = NumberCondition | CategoryCondition

export interface Rule {
  /** The leaf's number in the tree. */
  leaf: number
  conditions: readonly Condition[]
  /** Training rows it covers. */
  covers: number
  /** Share of positives among them. */
  share: number
}

/** One line of a tree that is drawn with indents: the branch that leads to it, and what is behind it. */
export interface OutlineLine {
  depth: number
  /** Null for the root. */
  condition: Condition | null
  covers: number
  share: number
  /** The rule's leaf; null for a node that is split further. */
  leaf: number | null
}

type Path = readonly { split: NumberSplit | CategorySplit; isLeft: boolean }[]

/** The rules of a tree, in reading order. A tree that is its root alone has one rule without conditions. */
export function rulesOf({ tree, columns }: Pick<TreeModel, 'tree' | 'columns'>): Rule[] {
  return pathsOf(tree).map(({ leaf, path }) => {
    const { rows, value } = tree.nodes[leaf]!
    return { leaf, conditions: conditionsOf(path, columns), covers: rows, share: value }
  })
}

/** A tree in reading order: each node before its branches, the left one first. */
export function outlineOf({ tree, columns }: Pick<TreeModel, 'tree' | 'columns'>): OutlineLine[] {
  const lines: OutlineLine[] = []
  const add = (place: number, depth: number, condition: Condition | null) => {
    const { rows, value, split, left, right } = tree.nodes[place]!
    lines.push({ depth, condition, covers: rows, share: value, leaf: split ? null : place })
    if (!split) return
    for (const [child, isLeft] of [
      [left!, true],
      [right!, false],
    ] as const)
      add(child, depth + 1, conditionsOf([{ split, isLeft }], columns)[0]!)
  }
  add(0, 0, null)
  return lines
}

function pathsOf({ nodes }: Tree): { leaf: number; path: Path }[] {
  const found: { leaf: number; path: Path }[] = []
  const follow = (place: number, path: Path) => {
    const { split, left, right } = nodes[place]!
    if (!split) found.push({ leaf: place, path })
    else {
      follow(left!, [...path, { split, isLeft: true }])
      follow(right!, [...path, { split, isLeft: false }])
    }
  }
  follow(0, [])
  return found
}

function conditionsOf(path: Path, columns: readonly ModelColumn[]): Condition[] {
  const order = [...new Set(path.map(({ split }) => split.column))]
  return order.map((place) => {
    const column = columns[place]!
    const steps = path.filter(({ split }) => split.column === place)
    return column.kind === 'number' ? numberCondition(column, steps) : categoryCondition(column, steps)
  })
}

function numberCondition({ name }: ModelColumn, steps: Path): NumberCondition {
  const condition: NumberCondition = {
    kind: 'number',
    column: name,
    above: null,
    atMost: null,
    missing: null,
    known: true,
  }
  for (const { split, isLeft } of steps as readonly { split: NumberSplit; isLeft: boolean }[]) {
    const { at, missingLeft, hasMissing } = split
    if (at === null) condition.known &&= isLeft
    else if (isLeft) condition.atMost = Math.min(at, condition.atMost ?? at)
    else condition.above = Math.max(at, condition.above ?? at)
    const goesHere = missingLeft === isLeft
    if (hasMissing || condition.missing !== null) condition.missing = (condition.missing ?? true) && goesHere
  }
  return condition
}

function categoryCondition(column: ModelColumn, steps: Path): CategoryCondition {
  const { name, words } = column as ModelColumn & { kind: 'category' }
  const sides = steps.map(({ split, isLeft }) => (split as CategorySplit)[isLeft ? 'left' : 'right'])
  const bins = sides.reduce((some, side) => some.filter((bin) => side.includes(bin)))
  return {
    kind: 'category',
    column: name,
    words: words.filter((_, place) => bins.includes(place + 1)),
    other: bins.includes(words.length + 1),
    missing: bins.includes(0),
  }
}
