import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { reportFigures } from '#shared/domain/report/figures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Table, TableKey } from '#shared/domain/report/result.ts'
import { cohortBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { type CohortRow, cohortCells, cohortOf, groupCohort, readCohort, sumCohort } from '../cohort.ts'
import { emptyNote, firstDayNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { makeTable, measureColumn, namesIn } from '../table.ts'
import { whereOf } from '../where.ts'

const measures = reportFigures.cancellations.main

/** What becomes of a cohort of bookings: shares cancelled and not come, with what they would have brought; also by lead time. */
export const cancellations: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const cohort = cohortOf(read)
    const where = whereOf(desk, read.filters)
    if (!where.ok) return where
    const rows = readCohort(desk, { ...period, by: [by, 'leadTime'], where: where.value, cohort })
    const main = tableOf(
      'main',
      by,
      groupCohort(rows, ({ keys }) => [keys[0] ?? null]),
    )
    const bands = tableOf(
      'bands',
      'leadTime',
      groupCohort(rows, ({ keys }) => [keys[1] ?? null]),
    )
    return {
      tables: by === 'leadTime' ? [main] : [main, bands],
      says: {
        code: cohort === 'arrival' ? 'cancelledOfArrivals' : 'cancelledOfCreated',
        params: {
          bookings: totalOf(main, 'bookings'),
          cancelled: totalOf(main, 'cancelled'),
          rate: totalOf(main, 'cancellationRate'),
          noShows: totalOf(main, 'noShows'),
        },
      },
      notes: [
        { code: cohort === 'arrival' ? 'cohortOfArrivals' : 'cohortOfCreated', params: {} },
        ...(period.to > desk.source.today ? [{ code: 'mayStillCancel', params: {} }] : []),
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noBookings'),
      ],
      charts: [
        chartOf(main, by === 'month' || by === 'week' ? 'line' : 'bars', 'cancellationRate'),
        ...(by === 'leadTime' ? [] : [chartOf(bands, 'bars', 'cancellationRate')]),
      ],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: cohortBehind(cohortOf, ['cancelled', 'no-show']),
}

function tableOf(key: TableKey, by: DimensionName, rows: readonly CohortRow[]): Table {
  return makeTable({
    key,
    by,
    columns: measures.map(measureColumn),
    rows: rows.map(({ keys, ...sums }) => ({ [by]: keys[0] ?? null, ...cohortCells(sums) })),
    most: 'cancelled',
    total: cohortCells(sumCohort(rows)),
  })
}
