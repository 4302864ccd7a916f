import type { BusinessDate, Moment } from '../../values/index.ts'
import type { Parameters, ReportName } from './catalogue.ts'
import type { DimensionName, OwnDimension } from './dimensions.ts'
import type { WeekStart } from './period.ts'

/**
 * What a cell holds. `money` is whole minor units, `share` a ratio (0.25 is 25 %), `points` a difference of two shares, `code` a word of a closed list
 * (`list` names it), `name` the id of something on file whose name is in `names`, `booking` and `guest` an id to go to.
 * Null is a figure that does not exist: a zero denominator, rooms that are not known.
 */
export type CellKind =
  | 'text'
  | 'date'
  | 'month'
  | 'week'
  | 'quarter'
  | 'year'
  | 'moment'
  | 'code'
  | 'name'
  | 'booking'
  | 'guest'
  | 'count'
  | 'number'
  | 'days'
  | 'hours'
  | 'money'
  | 'share'
  | 'points'

const figureKinds: readonly CellKind[] = ['count', 'number', 'days', 'hours', 'money', 'share', 'points']

/** Whether a kind is a figure: set right, in tabular digits, and what rows can be ordered by. */
export function isFigure(kind: CellKind): boolean {
  return figureKinds.includes(kind)
}

export type Cell = string | number | null

/** Whose names a column of ids shows. */
export const namedThings = [
  'room-type',
  'room',
  'rate-plan',
  'account',
  'user',
  'segment',
  'tier',
  'ledger-account',
  'transaction-code',
  'tax',
  'attendant',
] as const
export type NamedThing = (typeof namedThings)[number]

export type Column = {
  /** Unique in its table; its heading is `report.column.<key>` unless `heading` names another. */
  key: string
  kind: CellKind
  heading?: string
  /** Of a `code`: the catalogue section with its words (`booking.segment`). */
  list?: string
  /** Of a `name`. */
  of?: NamedThing
  /** What the rows are grouped by, and what a click on a row asks for. */
  dimension?: DimensionName | OwnDimension
  /** Left out for whom the hotel shows no revenue. */
  revenue?: true
  /** The definition of the figure: `report.definition.<key>`. */
  definition?: string
  /** Of a `number`: digits after the point; 1 where it is not stated. */
  decimals?: number
}

export type Row = { readonly [column: string]: Cell }

export const tableKeys = [
  'main',
  'status',
  'bands',
  'curve',
  'days',
  'people',
  'kinds',
  'moves',
  'errors',
  'house',
  'closures',
  'discrepancies',
] as const
export type TableKey = (typeof tableKeys)[number]

export type Table = {
  key: TableKey
  columns: readonly Column[]
  rows: readonly Row[]
  /** Ratios of sums, never means of the rows' ratios; null where a total says nothing. */
  total: Row | null
  /** Whether the rows, and the total, lead to the bookings that they count; absent where none of them does. */
  bookings?: 'rows' | 'rows-and-total'
}

/** A sentence by its key under `report.says` or `report.note`, with what stands in it: plain numbers, dates, words, or figures of a kind. */
export type Sentence = {
  code: string
  params: { readonly [name: string]: SentenceValue }
  /** What is said after it. */
  next?: Sentence
}
export type SentenceValue = string | number | { readonly cell: Cell; readonly column: Column }

/** A drawing of one table: `x` names the column along the bottom, `y` those that are drawn. */
export type ChartAsk = {
  kind: 'bars' | 'line' | 'stacked' | 'heat'
  table: TableKey
  x: string
  y: readonly string[]
  /** Last year or the budget: drawn as a quiet line. */
  quiet?: readonly string[]
  says: Sentence
}

/** The moment that a report looks from. */
export type AsOf = { moment: Moment; businessDate: BusinessDate; seq: number; isNow: boolean }

/** What a report finds, before it is worded: the same in every language. */
export type ReportBody = {
  /** The first is the report's own, the others stand beside it. */
  tables: readonly [Table, ...Table[]]
  /** One sentence that says what is seen. */
  says: Sentence | null
  /** Why figures are missing, which days are counted in part, what a comparison takes for 29 February. */
  notes: readonly Sentence[]
  charts: readonly ChartAsk[]
  /** Names of what is on file, in both languages: `room-type:3`. */
  names: { readonly [thing: string]: { en: string; zh: string } }
}

/** Pages beside the catalogue that have a paper and files as reports have. */
export type PageName = 'dashboard' | 'explore' | `morning-${'arrivals' | 'in-house' | 'housekeeping'}`

export type ReportResult = ReportBody & {
  name: ReportName
  parameters: Parameters
  /** [from, to) of business dates that it is about; null for a report of a moment. */
  period: { from: BusinessDate; to: BusinessDate } | null
  asOf: AsOf
  /** The day that weeks begin with. */
  weekStarts: WeekStart
  hotel: { name: string; currency: string }
  /** Money was left out: see `Column.revenue`. */
  withoutRevenue: boolean
}
