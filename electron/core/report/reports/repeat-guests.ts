import {
  findRepeat,
  readFirstVisits,
  readStayNights,
  readUnnamedStays,
  type StayNights,
} from '#db/queries/report/repeat.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row, Sentence, Table } from '#shared/domain/report/result.ts'
import type { FirstVisit } from '#shared/domain/report/visits.ts'
import type { GuestId } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable, namesIn } from '../table.ts'

/** Guests with two completed stays or more among those with one or more, of all who stayed in a period. */
export const repeatGuests: Report = {
  run: (desk, read) => {
    const by = read.by as DimensionName
    const period = read.period as Period
    const nights = readStayNights(desk.store, desk.source, period, by)
    const guests = new Set(nights.map(({ guestId }) => guestId))
    const visits = readFirstVisits(desk.store, desk.source, guests, period.to)
    const rows = groupBy(nights, ({ key }) => key).map(({ key, of }) => ({
      [by]: key,
      ...cellsOf(of, visits),
    }))
    const table = makeTable({
      key: 'main',
      by,
      columns: figures,
      rows,
      most: 'guests',
      total: cellsOf(nights, visits),
    })
    return {
      tables: [table],
      says: rows.length === 0 ? null : saysOf(table),
      notes: notesOf(desk, table, by, period),
      charts: [chartOf(table, by === 'month' ? 'line' : 'bars', 'repeatRate')],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: ({ store, source }, { by, period }, row, limit) =>
    findRepeat(store, source, period as Period, { by: by as DimensionName, key: row[by] }, limit),
}

const figures: readonly Column[] = [
  figureColumn('guests', 'count'),
  figureColumn('repeatGuests', 'count'),
  figureColumn('repeatRate', 'share'),
  figureColumn('newNights', 'count'),
  figureColumn('returningNights', 'count'),
  figureColumn('newRevenue', 'money'),
  figureColumn('returningRevenue', 'money'),
  figureColumn('returningShare', 'share', { revenue: true }),
]

function cellsOf(nights: readonly StayNights[], visits: ReadonlyMap<GuestId, FirstVisit>): Row {
  const guests = new Set(nights.map(({ guestId }) => guestId))
  const repeat = [...guests].filter((guest) => visits.get(guest)?.again === true).length
  const isFirst = ({ guestId, arrival }: StayNights) => {
    const visit = visits.get(guestId)
    return visit !== undefined && arrival <= visit.end
  }
  const first = nights.filter(isFirst)
  const later = nights.filter((one) => !isFirst(one))
  const revenueOf = (some: readonly StayNights[]) => sumOf(some.map(({ revenueMinor }) => revenueMinor))
  const [newRevenue, returningRevenue] = [revenueOf(first), revenueOf(later)]
  return {
    guests: guests.size,
    repeatGuests: repeat,
    repeatRate: ratioOf(repeat, guests.size),
    newNights: sumOf(first.map((one) => one.nights)),
    returningNights: sumOf(later.map((one) => one.nights)),
    newRevenue,
    returningRevenue,
    returningShare: ratioOf(returningRevenue, newRevenue + returningRevenue),
  }
}

function saysOf(table: Table): Sentence {
  return {
    code: 'repeatGuests',
    params: {
      repeat: totalOf(table, 'repeatGuests'),
      guests: totalOf(table, 'guests'),
      rate: totalOf(table, 'repeatRate'),
      nights: totalOf(table, 'returningNights'),
    },
  }
}

function notesOf({ store, source }: ReportDesk, table: Table, by: DimensionName, period: Period): Sentence[] {
  const unnamed = readUnnamedStays(store, source, period)
  return [
    ...partialNote(table, by, period),
    ...emptyNote(table, 'noRepeatGuests'),
    ...(table.rows.length > 1 ? [{ code: 'guestsInLines', params: {} }] : []),
    ...(unnamed.stays === 0 ? [] : [{ code: 'unnamedGuests', params: { count: unnamed.stays } }]),
    ...(unnamed.repeated === 0 ? [] : [{ code: 'sourceRepeated', params: { count: unnamed.repeated } }]),
  ]
}
