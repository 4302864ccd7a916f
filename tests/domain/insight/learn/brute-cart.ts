/**
 * CART by trying everything on plain rows, written apart from the learner: no bins, no histograms, no sums carried along. It
 * takes the first of equal splits in the order that split-search.ts states.
 */
import { type Column, NO_WORD } from '#shared/domain/insight/learn/columns.ts'

export interface BruteNode {
  rows: number[]
  share: number
  split: null | {
    column: number
    /** In words: what goes left. */
    rule: string
    left: BruteNode
    right: BruteNode
  }
}

export interface BruteLimits {
  maxDepth: number
  minLeaf: number
  impurity: (share: number) => number
}

export const bruteGini = (share: number) => 1 - share ** 2 - (1 - share) ** 2
export const bruteEntropy = (share: number) =>
  [share, 1 - share].reduce((sum, part) => sum - (part === 0 ? 0 : part * Math.log(part)), 0)

export function bruteCart(
  columns: readonly Column[],
  target: Uint8Array,
  limits: BruteLimits,
  rows = [...target.keys()],
  depth = 0,
): BruteNode {
  const share = shareOf(rows, target)
  const leaf: BruteNode = { rows, share, split: null }
  if (depth === limits.maxDepth) return leaf
  const before = rows.length * limits.impurity(share)
  let most = 1e-9 * rows.length
  let best: null | { column: number; rule: string; left: number[]; right: number[] } = null
  for (const [place, column] of columns.entries()) {
    for (const { rule, isLeft } of waysOf(column, rows, target)) {
      const left = rows.filter(isLeft)
      const right = rows.filter((row) => !isLeft(row))
      if (left.length < limits.minLeaf || right.length < limits.minLeaf) continue
      const after = [left, right].reduce(
        (sum, side) => sum + side.length * limits.impurity(shareOf(side, target)),
        0,
      )
      if (before - after > most + 1e-9 * (best ? rows.length : 0)) {
        most = before - after
        best = { column: place, rule, left, right }
      }
    }
  }
  if (!best) return leaf
  const grow = (side: number[]) => bruteCart(columns, target, limits, side, depth + 1)
  return {
    ...leaf,
    split: { column: best.column, rule: best.rule, left: grow(best.left), right: grow(best.right) },
  }
}

function shareOf(rows: readonly number[], target: Uint8Array): number {
  return rows.filter((row) => target[row]).length / rows.length
}

interface Way {
  rule: string
  isLeft: (row: number) => boolean
}

function waysOf(column: Column, rows: readonly number[], target: Uint8Array): Way[] {
  if (column.kind === 'category') return waysOfWords(column.codes, rows, target)
  const { values } = column
  const isUnknown = (row: number) => Number.isNaN(values[row]!)
  const known = [...new Set(rows.map((row) => values[row]!).filter((value) => !Number.isNaN(value)))]
  known.sort((one, other) => one - other)
  const ways: Way[] = []
  for (let place = 0; place + 1 < known.length; place++) {
    const at = (known[place]! + known[place + 1]!) / 2
    ways.push({ rule: `<= ${at}`, isLeft: (row) => !isUnknown(row) && values[row]! <= at })
    if (rows.some(isUnknown))
      ways.push({ rule: `<= ${at} or unknown`, isLeft: (row) => isUnknown(row) || values[row]! <= at })
  }
  if (rows.some(isUnknown)) ways.push({ rule: 'known', isLeft: (row) => !isUnknown(row) })
  return ways
}

/** Every set of words is tried in the test that proves the order right; here only the cuts in the order of their shares. */
function waysOfWords(codes: Uint16Array, rows: readonly number[], target: Uint8Array): Way[] {
  const words = orderedWords(codes, rows, target)
  return words.slice(0, -1).map((_, place) => {
    const left = words.slice(0, place + 1)
    return {
      rule: left.toSorted((one, other) => one - other).join(),
      isLeft: (row) => left.includes(placeOf(codes, row)),
    }
  })
}

/** What is not known comes before the first word. */
function placeOf(codes: Uint16Array, row: number): number {
  return codes[row] === NO_WORD ? -1 : codes[row]!
}

function orderedWords(codes: Uint16Array, rows: readonly number[], target: Uint8Array): number[] {
  const words = [...new Set(rows.map((row) => placeOf(codes, row)))].sort((one, other) => one - other)
  const share = (word: number) =>
    shareOf(
      rows.filter((row) => placeOf(codes, row) === word),
      target,
    )
  return words.sort((one, other) => share(one) - share(other))
}

/** The least impurity that any set of words on the left leaves. */
export function minOfAllSets(codes: Uint16Array, target: Uint8Array): number {
  const rows = [...target.keys()]
  const words = orderedWords(codes, rows, target)
  let least = Number.POSITIVE_INFINITY
  for (let set = 1; set < 2 ** words.length - 1; set++) {
    const isLeft = (row: number) => (set >> words.indexOf(placeOf(codes, row))) % 2 === 1
    const sides = [rows.filter(isLeft), rows.filter((row) => !isLeft(row))]
    least = Math.min(
      least,
      sides.reduce((sum, side) => sum + side.length * bruteGini(shareOf(side, target)), 0),
    )
  }
  return least
}
