import {
  type BookingFilter,
  type BookingKey,
  countBookings,
  readBookingRows,
} from '#db/queries/booking/list.ts'
import { readChangesOfBooking } from '#db/queries/change/changes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { displayName, secondName } from '#shared/domain/name/name.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { changeViews } from '../change/public.ts'
import { reads } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'

type Row = OutputOf<'booking.list'>['rows'][number]

export const listBookings = reads('booking.list', async (db, input, ctx) => {
  const filter: BookingFilter = {
    view: input.view,
    date: input.date ?? ctx.businessDate,
    businessDate: ctx.businessDate,
    after: keyOf<BookingKey>(input.after),
    limit: input.limit + 1,
  }
  const found = await readBookingRows(db, filter)
  const total = await countBookings(db, filter)
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => rowView(row, ctx.language)),
    next: found.length > page.length && last ? keyText([last.sortKey, last.id]) : null,
    total,
  }
})

function rowView(row: Awaited<ReturnType<typeof readBookingRows>>[number], language: string): Row {
  const { nativeName, familyName, givenName, sortKey: _key, status, ...same } = row
  const names = { nativeName, familyName, givenName }
  return {
    ...same,
    status: status as Row['status'],
    role: 'guest',
    guestName: displayName(names, language),
    guestSecondName: secondName(names, language),
    nights: nightsBetween(row.arrival, row.departure),
  }
}

export const bookingChanges = reads('booking.changes', async (db, input, ctx) => {
  const before = keyOf<[number]>(input.after)?.[0]
  const found = await readChangesOfBooking(db, input.id, before, input.limit + 1)
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: await changeViews(db, ctx, page),
    next: found.length > page.length && last ? keyText([last.seq]) : null,
  }
})
