import { type DayFilter, readBookingRows, readDayLines } from '#db/queries/booking/list.ts'
import { readChangesOfBooking } from '#db/queries/change/changes.ts'
import { readBalancesOfBookings } from '#db/queries/folio/of-guest.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import {
  comparePlaces,
  hasTerms,
  type LinePlace,
  placeOf,
  sortLines,
} from '#shared/domain/booking/day-list.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { searchTerms } from '#shared/domain/search/query.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { beforeNext, changeViews } from '../change/public.ts'
import { reads } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'
import { roomsToday } from './day-rooms.ts'

type Row = OutputOf<'booking.list'>['rows'][number]

export const listBookings = reads('booking.list', async (db, { sort, text, limit, ...input }, ctx) => {
  const { businessDate } = ctx
  const day: DayFilter = { view: input.view, date: input.date ?? businessDate, businessDate }
  const terms = searchTerms(text)
  const all = await readDayLines(db, day, { rooms: sort === 'room' || terms.length > 0 })
  const lines = sortLines(
    all.filter((line) => hasTerms(line, terms)),
    sort,
  )
  const after = keyOf<LinePlace>(input.after)
  const from = after ? lines.findIndex((line) => comparePlaces(placeOf(line, sort), after) > 0) : 0
  const page = from < 0 ? [] : lines.slice(from, from + limit)
  const last = page.at(-1)
  const found = await readBookingRows(
    db,
    page.map(({ id }) => id),
    businessDate,
  )
  const rooms = day.date === businessDate && isOfRooms(day.view) ? await roomsToday(db, ctx, found) : null
  const rowOf = new Map(found.map((row) => [row.id, row]))
  const balances = await readBalancesOfBookings(
    db,
    page.map(({ id }) => id),
  )
  return {
    rows: page.flatMap(({ id }) => {
      const row = rowOf.get(id)
      return row
        ? [{ ...rowView(row), balanceMinor: balances.get(id) ?? null, room: rooms?.get(id) ?? null }]
        : []
    }),
    next: last && last !== lines.at(-1) ? keyText(placeOf(last, sort)) : null,
    total: all.length,
    found: lines.length,
  }
})

/** What was booked on a day is of other days: its rooms are in no state yet. */
function isOfRooms(view: DayFilter['view']): boolean {
  return view !== 'created'
}

function rowView(
  row: Awaited<ReturnType<typeof readBookingRows>>[number],
): Omit<Row, 'room' | 'balanceMinor'> {
  const { nativeName, familyName, givenName, status, ...same } = row
  return {
    ...same,
    status: status as Row['status'],
    role: 'guest',
    ...bothNames({ nativeName, familyName, givenName }),
    nights: nightsBetween(row.arrival, row.departure),
  }
}

export const bookingChanges = reads('booking.changes', async (db, input, ctx) => {
  const before = keyOf<[number]>(input.after)?.[0] ?? beforeNext(input.until)
  const found = await readChangesOfBooking(db, input.id, before, input.limit + 1)
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: await changeViews(db, ctx, page),
    next: found.length > page.length && last ? keyText([last.seq]) : null,
  }
})
