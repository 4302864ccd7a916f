import type { SetFigures } from '#shared/domain/report/comp-set.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

type CellRow = SetFigures & { period: string }

/** What was typed in of the competitor set in some years, by month or day, in their order. */
export function readSetCells(store: LongReader, from: number, to: number): Map<string, SetFigures> {
  const rows = rawOf(store)
    .prepare(
      `select period, rooms_available as roomsAvailable, rooms_sold as roomsSold, revenue_minor as revenueMinor
       from comp_set_cells where year between ? and ? order by period`,
    )
    .all(from, to) as CellRow[]
  return new Map(rows.map(({ period, ...figures }) => [period, figures]))
}
