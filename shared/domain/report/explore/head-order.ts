import type { DimensionName } from '../dimensions.ts'
import { compareCells, hasOwnOrder } from '../order.ts'
import type { Cell } from '../result.ts'
import type { ExploreAsk } from './ask.ts'
import { figureOf, type PivotSums } from './figures.ts'

type Group = { keys: readonly Cell[]; sums: PivotSums }

/**
 * The order of two groups of one dimension: by the figure that was asked for, else time, floors and bands as they go and
 * everything else by the first figure, the most first. Figures that do not exist come last.
 */
export function compareHeads({ order, measures }: ExploreAsk, by: DimensionName, a: Group, b: Group): number {
  const byKey = compareCells(a.keys.at(-1) ?? null, b.keys.at(-1) ?? null)
  if (!order && hasOwnOrder(by)) return byKey
  const measure = order?.column ?? measures[0]
  if (measure === undefined) return byKey
  const [first, second] = [figureOf(a.sums, measure), figureOf(b.sums, measure)]
  if (first === null || second === null) return Number(first === null) - Number(second === null) || byKey
  return (order?.direction === 'least' ? first - second : second - first) || byKey
}
