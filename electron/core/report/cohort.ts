import { type BookingAsk, type BookingSums, type Cohort, readBookingSums } from '#db/queries/report/cube.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { foldKey } from '#shared/domain/report/fold.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { addCounts, type Counts, medianOf } from '#shared/domain/report/median.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import type { ReportDesk } from './report.ts'

/** Figures of a group of bookings; `counts` are of the number that was asked for, empty without one. */
export type CohortSums = BookingSums & { counts: Counts }
export type CohortRow = { keys: readonly Cell[] } & CohortSums

const noBookings: BookingSums = {
  bookings: 0,
  cancelled: 0,
  noShows: 0,
  arrivals: 0,
  arrivalsDue: 0,
  bookedNights: 0,
  bookedRevenue: 0,
  lostNights: 0,
  lostRevenue: 0,
  leadDays: 0,
}
const names = Object.keys(noBookings) as (keyof BookingSums)[]

/** Which date the cohort goes by. */
export function cohortOf({ parameters }: Read): Cohort {
  return parameters.cohort === 'creation' ? 'creation' : 'arrival'
}

/** The bookings of a cohort by dimensions, with how often each number of nights or days was counted. */
export function readCohort(desk: ReportDesk, ask: BookingAsk): CohortRow[] {
  const { by, number } = ask
  return groupCohort(
    readBookingSums(desk.store, desk.source, ask).map(
      (row): CohortRow => ({
        ...row,
        keys: row.keys
          .slice(0, by.length)
          .map((key, at) => foldKey(by[at] as DimensionName, key, desk.starts)),
        counts: new Map(number ? [[Number(row.keys[by.length]), row.bookings]] : []),
      }),
    ),
    ({ keys }) => keys,
  )
}

/** Rows put together by other keys. */
export function groupCohort(
  rows: readonly CohortRow[],
  keysOf: (row: CohortRow) => readonly Cell[],
): CohortRow[] {
  const groups = new Map<string, { keys: readonly Cell[]; rows: CohortRow[] }>()
  for (const row of rows) {
    const keys = keysOf(row)
    const id = JSON.stringify(keys)
    const group = groups.get(id)
    if (group) group.rows.push(row)
    else groups.set(id, { keys, rows: [row] })
  }
  return [...groups.values()].map((group) => ({ keys: group.keys, ...sumCohort(group.rows) }))
}

export function sumCohort(rows: readonly CohortSums[]): CohortSums {
  const total = { ...noBookings }
  const counts = new Map<number, number>()
  for (const row of rows) {
    for (const name of names) total[name] += row[name]
    addCounts(counts, row.counts)
  }
  return { ...total, counts }
}

/** The cells of a group: its sums and their ratios, and the median of what was counted. */
export function cohortCells({ counts, ...sums }: CohortSums): { [column: string]: Cell } {
  return {
    ...sums,
    cancellationRate: ratioOf(sums.cancelled, sums.bookings),
    noShowRate: ratioOf(sums.noShows, sums.arrivalsDue),
    meanStay: ratioOf(sums.bookedNights, sums.bookings),
    meanLead: ratioOf(sums.leadDays, sums.bookings),
    median: medianOf(counts),
  }
}
