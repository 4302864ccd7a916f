import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import { nightsBehind } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { type CohortSums, cohortCells, readCohort, sumCohort } from '../cohort.ts'
import { emptyHouse, type HouseSums, houseCells, readNights, sumOf } from '../house.ts'
import { emptyNote, firstDayNote, onBooksNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'
import { whereOf } from '../where.ts'

const columns = [
  measureColumn('bookings'),
  measureColumn('roomsSold'),
  figureColumn('nightShare', 'share'),
  measureColumn('roomRevenue'),
  figureColumn('revenueShare', 'share', { revenue: true }),
  measureColumn('adr'),
  measureColumn('cancellationRate'),
  measureColumn('meanLead'),
  figureColumn('medianLead', 'number'),
]

type Source = { key: Cell; nights: HouseSums; cohort: CohortSums }

/** Where business comes from: nights and revenue of a period, and the bookings that arrive in it. */
export const sources: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const where = whereOf(desk, read.filters)
    if (!where.ok) return where
    const ask = { ...period, by: [by], where: where.value }
    const nights = new Map(readNights(desk, ask).map((row) => [row.keys[0] ?? null, row]))
    const cohorts = new Map(
      readCohort(desk, { ...ask, cohort: 'arrival', number: 'lead_days' }).map((row) => [
        row.keys[0] ?? null,
        row,
      ]),
    )
    const found = [...new Set([...nights.keys(), ...cohorts.keys()])].map(
      (key): Source => ({
        key,
        nights: nights.get(key) ?? emptyHouse,
        cohort: cohorts.get(key) ?? sumCohort([]),
      }),
    )
    const total = { nights: sumOf([...nights.values()]), cohort: sumCohort([...cohorts.values()]) }
    const main = makeTable({
      key: 'main',
      by,
      columns,
      rows: found.map(({ key, ...row }) => ({ [by]: key, ...cellsOf(row, total) })),
      most: 'roomRevenue',
      total: cellsOf(total, total),
    })
    return {
      tables: [main],
      says: {
        code: 'sources',
        params: {
          bookings: totalOf(main, 'bookings'),
          nights: totalOf(main, 'roomsSold'),
          by: `reportColumn.${by}`,
          count: found.length,
        },
      },
      notes: [
        { code: 'arrivalsAndNights', params: {} },
        ...onBooksNote(period, desk.source.today),
        ...firstDayNote(desk, period),
        ...emptyNote(main, 'noBookings'),
      ],
      charts: [chartOf(main, 'bars', 'roomsSold')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: nightsBehind,
}

function cellsOf({ nights, cohort }: Omit<Source, 'key'>, total: Omit<Source, 'key'>): Row {
  const { median, ...bookings } = cohortCells(cohort)
  return {
    ...bookings,
    ...houseCells(nights),
    medianLead: median ?? null,
    nightShare: ratioOf(nights.roomsSold, total.nights.roomsSold),
    revenueShare: ratioOf(nights.roomRevenue, total.nights.roomRevenue),
  }
}
