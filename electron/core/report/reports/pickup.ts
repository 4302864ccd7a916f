import { type DimensionName, isTime } from '#shared/domain/report/dimensions.ts'
import { moneyPer } from '#shared/domain/report/measures.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Row } from '#shared/domain/report/result.ts'
import { isRefused } from '#shared/values/index.ts'
import { partOf } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { emptyNote, firstDayNote, partialNote, totalOf } from '../notes.ts'
import { type PickUpSums, readPickUp, saysSince, sourceSince, sumPickUp } from '../pick-up.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, measureColumn, namesIn } from '../table.ts'

const columns = [
  figureColumn('nightsThen', 'count'),
  figureColumn('nightsUp', 'count'),
  figureColumn('nightsDown', 'count'),
  figureColumn('nightsNet', 'count'),
  { ...measureColumn('roomsSold'), heading: 'nightsNow' },
  figureColumn('revenueUp', 'money'),
  figureColumn('revenueDown', 'money'),
  figureColumn('revenueNet', 'money'),
  figureColumn('adrNet', 'money'),
]

/** Net change of rooms and revenue by stay date between two moments, cancellations included. */
export const pickup: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const then = sourceSince(desk, sinceOf(read))
    if (isRefused(then)) return then
    const { rows } = readPickUp(desk, then, { ...period, by })
    const main = makeTable({
      key: 'main',
      by,
      columns,
      rows: rows.map(({ key, ...sums }) => ({ [by]: key, ...cellsOf(sums) })),
      most: 'nightsNet',
      total: cellsOf(sumPickUp(rows)),
    })
    return {
      tables: [main],
      says: saysSince('pickup', sinceOf(read), then, {
        net: totalOf(main, 'nightsNet'),
        up: totalOf(main, 'nightsUp'),
        // Said as a number given up, which is below zero in the table
        down: -sumPickUp(rows).nightsDown,
      }),
      notes: [
        { code: 'pickupNet', params: {} },
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...emptyNote(main, 'noNights'),
      ],
      charts: [chartOf(main, 'bars', 'nightsNet')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: (desk, read, row, limit) => {
    const part = partOf(desk, read, row)
    if (!part.ok) return part
    const then = sourceSince(desk, sinceOf(read))
    if (isRefused(then)) return then
    const by = read.by as DimensionName
    const { from, to } = part.value
    const { moved } = readPickUp(desk, then, { from, to, by })
    const key = row[by]
    // Time has narrowed the period already; a day of another week may share its key
    const isAll = key === undefined || isTime(by)
    const ids = isAll ? [...moved.values()].flatMap((of) => [...of]) : [...(moved.get(key) ?? [])]
    return [...new Set(ids)].sort((a, b) => a - b).slice(0, limit)
  },
}

function sinceOf({ parameters }: Read): string {
  return parameters.since ?? 'yesterday'
}

function cellsOf(sums: PickUpSums): Row {
  const nightsNet = sums.nightsNow - sums.nightsThen
  const revenueNet = sums.revenueNow - sums.revenueThen
  return {
    ...sums,
    roomsSold: sums.nightsNow,
    nightsNet,
    revenueNet,
    adrNet: moneyPer(revenueNet, nightsNet),
  }
}
