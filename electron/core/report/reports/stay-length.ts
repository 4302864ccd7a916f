import type { BookingStatus } from '#shared/domain/booking/booking.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import { cohortBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { emptyNote, firstDayNote, onBooksNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { readSpread } from '../spread.ts'
import { figureColumn, measureColumn, namesIn } from '../table.ts'
import { whereOf } from '../where.ts'

/** Who stays: came, or is still to come. */
const staying: readonly BookingStatus[] = ['confirmed', 'in-house', 'checked-out']

const columns = [
  figureColumn('stays', 'count'),
  figureColumn('bookingShare', 'share', { heading: 'stayShare', definition: 'stayShare' }),
  measureColumn('bookedNights'),
  measureColumn('meanStay'),
  figureColumn('medianStay', 'number'),
]

/** How many nights guests stay who arrive in a period. */
export const stayLength: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const where = whereOf(desk, read.filters)
    if (!where.ok) return where
    const { main, bands } = readSpread(desk, {
      ...period,
      by,
      where: where.value,
      cohort: 'arrival',
      statuses: staying,
      number: 'stay_nights',
      band: 'stayLength',
      columns,
    })
    return {
      tables: bands ? [main, bands] : [main],
      says: {
        code: 'stayLength',
        params: {
          stays: totalOf(main, 'stays'),
          mean: totalOf(main, 'meanStay'),
          median: totalOf(main, 'medianStay'),
        },
      },
      notes: [
        { code: 'staysOfArrivals', params: {} },
        ...onBooksNote(period, desk.source.today),
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noStays'),
      ],
      charts: bands
        ? [chartOf(main, by === 'month' ? 'line' : 'bars', 'meanStay'), chartOf(bands, 'bars', 'stays')]
        : [chartOf(main, 'bars', 'stays')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: cohortBehind('arrival', staying),
}
