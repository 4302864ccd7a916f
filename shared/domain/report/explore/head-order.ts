import { type DimensionName, timeDimensions } from '../dimensions.ts'
import type { Cell } from '../result.ts'
import type { ExploreAsk } from './ask.ts'
import { figureOf, type PivotSums } from './figures.ts'

type Group = { keys: readonly Cell[]; sums: PivotSums }

/** Dimensions whose values have an order of their own. */
const ordered: ReadonlySet<string> = new Set([...timeDimensions, 'floor', 'leadTime', 'stayLength'])

/**
 * The order of two groups of one dimension: by the figure that was asked for, else time, floors and bands as they go and
 * everything else by the first figure, the most first. Figures that do not exist come last.
 */
export function compareHeads({ order, measures }: ExploreAsk, by: DimensionName, a: Group, b: Group): number {
  const byKey = compareKeys(a.keys.at(-1) ?? null, b.keys.at(-1) ?? null)
  if (!order && ordered.has(by)) return byKey
  const measure = order?.column ?? measures[0]
  if (measure === undefined) return byKey
  const [first, second] = [figureOf(a.sums, measure), figureOf(b.sums, measure)]
  if (first === null || second === null) return Number(first === null) - Number(second === null) || byKey
  return (order?.direction === 'least' ? first - second : second - first) || byKey
}

function compareKeys(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a < b ? -1 : a > b ? 1 : 0
}
