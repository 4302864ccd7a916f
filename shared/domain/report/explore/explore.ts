import type { Moment } from '../../../values/index.ts'
import type { AsOf, Column, ReportResult, Sentence } from '../result.ts'
import type { ExploreAsk } from './ask.ts'
import type { Pivot } from './pivot.ts'

/** A saved pivot: everybody who sees figures finds it. */
export type ExploreImage = {
  name: string
  /** JSON of ExploreAsk: a change of any part of it is logged as from pivot to pivot. */
  ask: string
  createdAt: Moment
  /** The login of who made it. */
  createdBy: string
}

export const maxExplores = 200

/** A pivot that was worked out, before it is worded. */
export type ExploreResult = {
  ask: ExploreAsk
  period: NonNullable<ReportResult['period']>
  /** Of the row dimensions, the column dimensions, the measures. */
  heads: { rows: readonly Column[]; columns: readonly Column[]; measures: readonly Column[] }
  pivot: Pivot
  names: ReportResult['names']
  notes: readonly Sentence[]
  asOf: AsOf
  hotel: ReportResult['hotel']
  withoutRevenue: boolean
}

/** The JSON that a pivot is saved as: its fields in one order, so that saving an unchanged one changes nothing. */
export function exploreJson({
  period,
  rows,
  columns,
  measures,
  filters,
  totals,
  order,
  basis,
}: ExploreAsk): string {
  return JSON.stringify({ period, rows, columns, measures, filters, totals, order, basis })
}
