import type { SetFigures } from '#shared/domain/report/comp-set.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

type CellRow = { period: string; rooms_available: number; rooms_sold: number; revenue_minor: number }

/** What was typed in of the competitor set in some years, by month or day, in their order. */
export function readSetCells(store: LongReader, from: number, to: number): Map<string, SetFigures> {
  const rows = rawOf(store)
    .prepare(
      `select period, rooms_available, rooms_sold, revenue_minor from comp_set_cells
       where year between ? and ? order by period`,
    )
    .all(from, to) as CellRow[]
  return new Map(
    rows.map(({ period, rooms_available, rooms_sold, revenue_minor }) => [
      period,
      { roomsAvailable: rooms_available, roomsSold: rooms_sold, revenueMinor: revenue_minor },
    ]),
  )
}
