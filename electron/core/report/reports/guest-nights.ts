import {
  findPersonBookings,
  type PersonRow,
  type PersonSums,
  readPersons,
} from '#db/queries/report/persons.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Sentence } from '#shared/domain/report/result.ts'
import { partOf } from '../behind.ts'
import { chartOf } from '../chart.ts'
import { emptyNote, firstDayNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { figureColumn, makeTable, namesIn } from '../table.ts'

const noPersons: PersonSums = {
  arrivals: 0,
  arrivedAdults: 0,
  arrivedChildren: 0,
  guestNights: 0,
  adultNights: 0,
  childNights: 0,
}
const names = Object.keys(noPersons) as (keyof PersonSums)[]

const columns = [
  figureColumn('personsArrived', 'count'),
  figureColumn('arrivedAdults', 'count'),
  figureColumn('arrivedChildren', 'count'),
  figureColumn('guestNights', 'count', { definition: 'guestNightsSlept' }),
  figureColumn('adultNights', 'count'),
  figureColumn('childNights', 'count'),
  figureColumn('meanNights', 'number'),
]

/** Arrivals and guest nights for official statistics, by the nationality that is on file. */
export const guestNights: Report = {
  run: (desk, read) => {
    const period = read.period as Period
    const by = read.by as DimensionName
    const rows = readPersons(desk.store, desk.source, { ...period, by })
    const main = makeTable({
      key: 'main',
      by,
      columns,
      rows: rows.map((row) => ({ [by]: row.keys[0] ?? null, ...cellsOf(row) })),
      most: 'guestNights',
      total: cellsOf(sumOf(rows)),
    })
    return {
      tables: [main],
      says: {
        code: 'guestNights',
        params: { persons: totalOf(main, 'personsArrived'), nights: totalOf(main, 'guestNights') },
      },
      notes: [
        { code: 'residenceByNationality', params: {} },
        ...unknownNotes(rows, by),
        ...firstDayNote(desk, period),
        ...partialNote(main, by, period),
        ...(period.to > desk.source.today ? [{ code: 'sleptOnly', params: {} }] : []),
        ...emptyNote(main, 'noGuestNights'),
      ],
      charts: [chartOf(main, by === 'country' ? 'bars' : 'line', 'guestNights')],
      names: namesIn(desk.store, [main]),
    }
  },
  bookings: (desk, read, row, limit) => {
    const part = partOf(desk, read, row)
    return part.ok ? findPersonBookings(desk.store, desk.source, part.value, limit) : part
  },
}

function sumOf(rows: readonly PersonRow[]): PersonSums {
  const total = { ...noPersons }
  for (const row of rows) for (const name of names) total[name] += row[name]
  return total
}

function cellsOf({ arrivals, ...sums }: PersonSums) {
  return {
    ...sums,
    personsArrived: arrivals,
    meanNights: ratioOf(sums.guestNights, arrivals),
  }
}

function unknownNotes(rows: readonly PersonRow[], by: DimensionName): Sentence[] {
  const unknown = by === 'country' ? rows.find(({ keys }) => keys[0] === null) : undefined
  return unknown ? [{ code: 'nationalityUnknown', params: { nights: unknown.guestNights } }] : []
}
