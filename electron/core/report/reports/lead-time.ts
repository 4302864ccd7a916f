import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { cohortBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { cohortOf } from '../cohort.ts'
import { emptyNote, firstDayNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { readSpread } from '../spread.ts'
import { figureColumn, measureColumn, namesIn } from '../table.ts'
import { whereOf } from '../where.ts'

const columns = [
  measureColumn('bookings'),
  figureColumn('bookingShare', 'share'),
  measureColumn('meanLead'),
  figureColumn('medianLead', 'number'),
  measureColumn('cancelled'),
  measureColumn('cancellationRate'),
]

/** How many days before arrival bookings are made, and how many of them are cancelled. */
export const leadTime: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const cohort = cohortOf(read)
    const where = whereOf(desk, read.filters)
    if (!where.ok) return where
    const { main, bands } = readSpread(desk, {
      ...period,
      by,
      where: where.value,
      cohort,
      number: 'lead_days',
      band: 'leadTime',
      columns,
    })
    return {
      tables: bands ? [main, bands] : [main],
      says: {
        code: 'leadTime',
        params: {
          bookings: totalOf(main, 'bookings'),
          mean: totalOf(main, 'meanLead'),
          median: totalOf(main, 'medianLead'),
        },
      },
      notes: [
        { code: cohort === 'arrival' ? 'cohortOfArrivals' : 'cohortOfCreated', params: {} },
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noBookings'),
      ],
      charts: bands
        ? [chartOf(main, by === 'month' ? 'line' : 'bars', 'meanLead'), chartOf(bands, 'bars', 'bookings')]
        : [chartOf(main, 'bars', 'bookings')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: cohortBehind(cohortOf),
}
