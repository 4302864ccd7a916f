import type { BookingAsk } from '#db/queries/report/cube.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Column, Row, Table, TableKey } from '#shared/domain/report/result.ts'
import { type CohortRow, cohortCells, groupCohort, readCohort, sumCohort } from './cohort.ts'
import type { ReportDesk } from './report.ts'
import { makeTable } from './table.ts'

export type SpreadAsk = Omit<BookingAsk, 'by'> & {
  by: DimensionName
  /** The dimension whose bands the number falls into. */
  band: DimensionName
  columns: readonly Column[]
}

/** How bookings spread over bands of a number: by the report's own cut, and all of them by band where that is another. */
export function readSpread(desk: ReportDesk, ask: SpreadAsk): { main: Table; bands: Table | null } {
  const { by, band, columns, ...more } = ask
  const rows = readCohort(desk, { ...more, by: by === band ? [band] : [by, band] })
  const main = groupCohort(rows, ({ keys }) => keys.slice(0, 1))
  const bands = groupCohort(rows, ({ keys }) => keys.slice(1))
  return {
    main: spreadTable('main', by, main, columns),
    bands: by === band ? null : spreadTable('bands', band, bands, columns),
  }
}

function spreadTable(
  key: TableKey,
  by: DimensionName,
  rows: readonly CohortRow[],
  columns: readonly Column[],
): Table {
  const total = sumCohort(rows)
  const cells = (sums: typeof total): Row => {
    const { median, ...all } = cohortCells(sums)
    return {
      ...all,
      stays: sums.bookings,
      bookingShare: ratioOf(sums.bookings, total.bookings),
      medianStay: median ?? null,
      medianLead: median ?? null,
    }
  }
  return makeTable({
    key,
    by,
    columns,
    rows: rows.map(({ keys, ...sums }) => ({ [by]: keys[0] ?? null, ...cells(sums) })),
    most: columns[0]?.key ?? '',
    total: cells(total),
  })
}
