import { ok, type Result, refuse } from '../../../values/index.ts'
import type { DimensionName } from '../dimensions.ts'
import type { Cell } from '../result.ts'
import type { ExploreAsk } from './ask.ts'
import { emptySums, figureOf, type PivotSums } from './figures.ts'
import { compareHeads } from './head-order.ts'

/** `keys` in the order of the dimensions that were asked for. */
export type PivotRow = { keys: readonly Cell[] } & PivotSums

/** The head of a row or a column: values of its first dimensions. Fewer than there are make a total; none the grand total. */
export type Head = { keys: readonly Cell[] }

export type Pivot = {
  rows: readonly Head[]
  columns: readonly Head[]
  /** By row, by column, by measure; null does not exist. */
  cells: readonly (readonly (readonly (number | null)[])[])[]
  /** Groups of the first row dimension that are shown, and how many there are. Totals are of all. */
  shown: number
  groups: number
}

/** So many cells are put together. More are read by nobody, and held by no screen. */
export const maxCells = 100_000
/** So many columns of figures are side by side. */
export const maxAcross = 600

/** Groups that have something, by any of the dimensions asked for, in their order. */
export type SumsBy = (by: readonly DimensionName[]) => readonly PivotRow[]

/**
 * The table of a pivot. Totals are sums of the groups and ratios of those sums, never means of ratios. Refuses more than
 * maxCells or maxAcross with their number and the dimension that has the most values.
 */
export function makePivot(
  ask: ExploreAsk,
  sumsBy: SumsBy,
): Result<Pivot, 'EXPLORE_TOO_LARGE' | 'EXPLORE_TOO_WIDE'> {
  const own = sumsBy(ask.rows)
  const across = sumsBy(ask.columns)
  const size = own.length * across.length * ask.measures.length
  if (size > maxCells) return tooLarge(ask, size, own, across)
  const width = across.length * ask.measures.length
  if (width > maxAcross)
    return refuse('EXPLORE_TOO_WIDE', { columns: width, max: maxAcross, ...widestOf(ask.columns, across) })
  const rows = headsOf(ask, ask.rows, sumsBy)
  const columns = headsOf({ ...ask, order: null }, ask.columns, sumsBy)
  const found = new Map<string, PivotRow>()
  for (const depth of depthsOf(ask, ask.rows))
    for (const across of depthsOf(ask, ask.columns)) {
      const by = [...ask.rows.slice(0, depth), ...ask.columns.slice(0, across)]
      for (const group of sumsBy(by)) {
        found.set(cellKey(group.keys.slice(0, depth), group.keys.slice(depth)), group)
      }
    }
  const cells = rows.heads.map((row) =>
    columns.heads.map((column) => {
      const sums = found.get(cellKey(row.keys, column.keys)) ?? emptySums
      return ask.measures.map((measure) => figureOf(sums, measure))
    }),
  )
  return ok({ rows: rows.heads, columns: columns.heads, cells, shown: rows.shown, groups: rows.groups })
}

function cellKey(row: readonly Cell[], column: readonly Cell[]): string {
  return JSON.stringify([row, column])
}

/** How many of its dimensions a head may name: all, none, and between them only with totals of groups. */
function depthsOf({ totals }: ExploreAsk, dimensions: readonly DimensionName[]): number[] {
  const depths = dimensions.map((_, at) => at).filter((depth) => depth === 0 || totals)
  return [...depths, dimensions.length]
}

type Heads = { heads: Head[]; shown: number; groups: number }

/** Heads in their order, each group followed by its total, the grand total last. */
function headsOf(ask: ExploreAsk, dimensions: readonly DimensionName[], sumsBy: SumsBy): Heads {
  if (dimensions.length === 0) return { heads: [{ keys: [] }], shown: 1, groups: 1 }
  const full = sumsBy(dimensions)
  const sums = new Map<string, PivotSums>()
  for (let depth = 1; depth <= dimensions.length; depth += 1)
    for (const { keys, ...own } of sumsBy(dimensions.slice(0, depth))) sums.set(JSON.stringify(keys), own)
  const within = (prefix: readonly Cell[]): Head[] => {
    const depth = prefix.length
    if (depth === dimensions.length) return [{ keys: prefix }]
    const groups = childrenOf(full, prefix)
      .map((keys) => ({ keys, sums: sums.get(JSON.stringify(keys)) ?? emptySums }))
      .toSorted((a, b) => compareHeads(ask, dimensions[depth] as DimensionName, a, b))
    const kept = depth === 0 && ask.order?.rows ? groups.slice(0, ask.order.rows) : groups
    const total: Head[] = depth === 0 || ask.totals ? [{ keys: prefix }] : []
    return [...kept.flatMap(({ keys }) => within(keys)), ...total]
  }
  const groups = childrenOf(full, []).length
  return { heads: within([]), shown: Math.min(groups, ask.order?.rows ?? groups), groups }
}

function childrenOf(rows: readonly PivotRow[], prefix: readonly Cell[]): (readonly Cell[])[] {
  const found = new Map<string, readonly Cell[]>()
  for (const { keys } of rows) {
    if (prefix.some((key, at) => keys[at] !== key)) continue
    const child = keys.slice(0, prefix.length + 1)
    found.set(JSON.stringify(child), child)
  }
  return [...found.values()]
}

function tooLarge(ask: ExploreAsk, cells: number, rows: readonly PivotRow[], columns: readonly PivotRow[]) {
  const [ofRows, ofColumns] = [widestOf(ask.rows, rows), widestOf(ask.columns, columns)]
  const widest = ofRows.values < ofColumns.values ? ofColumns : ofRows
  return refuse('EXPLORE_TOO_LARGE', { cells, max: maxCells, ...widest })
}

/** The dimension that has the most values, and how many. */
export function widestOf(
  dimensions: readonly DimensionName[],
  rows: readonly { keys: readonly Cell[] }[],
): { dimension: string; values: number } {
  const counts = dimensions.map((dimension, at) => ({
    dimension,
    values: new Set(rows.map(({ keys }) => keys[at])).size,
  }))
  return counts.toSorted((a, b) => b.values - a.values)[0] ?? { dimension: '', values: 0 }
}
