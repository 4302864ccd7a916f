/** What a pivot over room-nights asks, as data, and whether it can be asked. */
import { ok, type Result, refuse } from '../../../values/index.ts'
import { type Basis, bases } from '../catalogue.ts'
import { type DimensionName, dimensions } from '../dimensions.ts'
import type { MeasureName } from '../measures.ts'
import { maxRows, type Order } from '../order.ts'

/** The figures that room-nights and rooms have, in the order in which they are offered. */
export const exploreMeasures = [
  'roomsSold',
  'roomRevenue',
  'occupancy',
  'adr',
  'revpar',
  'nightsOccupied',
  'guestNights',
  'complimentary',
  'houseUse',
  'roomsAvailable',
  'outOfOrder',
] as const satisfies readonly MeasureName[]
export type ExploreMeasure = (typeof exploreMeasures)[number]

/** What a pivot can be restricted to values of: codes of what is on file, words of closed lists. */
export const exploreFilters = [
  'roomType',
  'floor',
  'segment',
  'channel',
  'agency',
  'company',
  'country',
  'ratePlan',
  'meal',
  'guarantee',
] as const satisfies readonly DimensionName[]
export type ExploreFilter = (typeof exploreFilters)[number]

/** Any of the values; `none` is what has no value. */
export type FilterAsk = { dimension: ExploreFilter; values: readonly string[] }

export type ExploreAsk = {
  /** As reports take it: `period`, a word, or `from` and `to`, both days included. */
  period: { readonly [name: string]: string }
  rows: readonly DimensionName[]
  columns: readonly DimensionName[]
  measures: readonly ExploreMeasure[]
  filters: readonly FilterAsk[]
  /** Whether groups of rows and columns have their totals beside the grand total. */
  totals: boolean
  /** By a figure of the rows' totals, or null: time as it goes, everything else by the first figure. `rows` keeps so many groups. */
  order: (Order & { column: ExploreMeasure }) | null
  basis: Basis
}

export const maxDimensions = 3
export const maxMeasures = 6
/** Values of one filter. */
export const maxValues = 50

export const exploreProblems = [
  'shape',
  'period',
  'dimension',
  'dimension-twice',
  'dimensions',
  'measure',
  'measure-twice',
  'no-measure',
  'measures',
  'filter',
  'filter-twice',
  'filter-values',
  'order',
] as const
export type ExploreProblem = (typeof exploreProblems)[number]

const names = ['period', 'rows', 'columns', 'measures', 'filters', 'totals', 'order', 'basis'] as const

/** A pivot from any value, or EXPLORE_ASK with `why` and `what` is wrong: at most three dimensions, each once, and a figure. */
export function checkExplore(value: unknown): Result<ExploreAsk, 'EXPLORE_ASK'> {
  if (!isRecord(value) || !hasOnly(value, names)) return wrong('shape')
  const { period, rows, columns, measures, filters, totals, order, basis } = value
  if (!isPeriod(period)) return wrong('period')
  if (!isTexts(rows) || !isTexts(columns) || !isTexts(measures) || !Array.isArray(filters))
    return wrong('shape')
  if (typeof totals !== 'boolean' || !bases.some((one) => one === basis)) return wrong('shape')
  const problem =
    problemOfDimensions([...rows, ...columns]) ?? problemOfMeasures(measures) ?? problemOfFilters(filters)
  if (problem) return problem
  if (order !== null && !isOrder(order, measures)) return wrong('order')
  return ok({ period, rows, columns, measures, filters, totals, order, basis } as ExploreAsk)
}

/** What a new pivot is: a month to date by type, and the figures of a house. */
export const usualExplore: ExploreAsk = {
  period: { period: 'month-to-date' },
  rows: ['roomType'],
  columns: [],
  measures: ['roomsSold', 'occupancy', 'adr', 'revpar', 'roomRevenue'],
  filters: [],
  totals: true,
  order: null,
  basis: 'usali',
}

function wrong(why: ExploreProblem, what = '') {
  return refuse('EXPLORE_ASK', { why, what })
}

function problemOfDimensions(asked: readonly string[]) {
  const strange = asked.find((name) => !dimensions.some((one) => one === name))
  if (strange !== undefined) return wrong('dimension', strange)
  const twice = firstTwice(asked)
  if (twice !== undefined) return wrong('dimension-twice', twice)
  return asked.length > maxDimensions ? wrong('dimensions', String(asked.length)) : null
}

function problemOfMeasures(asked: readonly string[]) {
  const strange = asked.find((name) => !exploreMeasures.some((one) => one === name))
  if (strange !== undefined) return wrong('measure', strange)
  const twice = firstTwice(asked)
  if (twice !== undefined) return wrong('measure-twice', twice)
  if (asked.length === 0) return wrong('no-measure')
  return asked.length > maxMeasures ? wrong('measures', String(asked.length)) : null
}

function problemOfFilters(asked: readonly unknown[]) {
  const seen: string[] = []
  for (const filter of asked) {
    if (!isRecord(filter) || !hasOnly(filter, ['dimension', 'values'])) return wrong('shape')
    const { dimension, values } = filter
    const known = exploreFilters.find((one) => one === dimension)
    if (!known) return wrong('filter', String(dimension))
    if (seen.includes(known)) return wrong('filter-twice', known)
    seen.push(known)
    const isGood = isTexts(values) && values.length > 0 && values.length <= maxValues && !firstTwice(values)
    if (!isGood || values.some((one) => one === '' || one.length > 60)) return wrong('filter-values', known)
  }
  return null
}

function isOrder(value: unknown, measures: readonly string[]): boolean {
  if (!isRecord(value) || !hasOnly(value, ['column', 'direction', 'rows'])) return false
  const { column, direction, rows } = value
  if (!measures.some((one) => one === column)) return false
  if (direction !== 'most' && direction !== 'least') return false
  return rows === null || (Number.isInteger(rows) && Number(rows) >= 1 && Number(rows) <= maxRows)
}

function isPeriod(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([name, text]) =>
        ['period', 'from', 'to'].includes(name) && typeof text === 'string' && text.length <= 20,
    )
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasOnly(value: Record<string, unknown>, known: readonly string[]): boolean {
  return Object.keys(value).every((name) => known.includes(name)) && known.every((name) => name in value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function firstTwice(texts: readonly string[]): string | undefined {
  return texts.find((one, at) => texts.indexOf(one) !== at)
}
