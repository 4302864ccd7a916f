import { expect } from 'vitest'
import { writeWith } from '#db/dialect/building.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { commandOfChange } from '#shared/contract/booking.ts'
import type { BookingChange, OutputOf } from '#shared/contract/index.ts'
import type { Refusal } from '#shared/contract/reply.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { BookingHotel } from './hotel.ts'

export const date = (text: string) => text as never

/** Previews, then does it; both must say the same. Answers with the refusal or the booking. */
export async function change(
  t: BookingHotel,
  id: BookingId,
  what: BookingChange,
): Promise<{ refusal: Refusal } | OutputOf<'booking.get'>> {
  const effect = await t.must('booking.previewChange', { id, change: what as never })
  const input = {
    id,
    version: await t.version(id),
    ...what,
    ...(what.kind === 'cancel' || effect.reasonFor ? { reason: 'plans' } : {}),
  }
  const reply = await t.desk.call(commandOfChange[what.kind], input)
  if (!reply.ok) {
    if (!('refusal' in reply)) throw new Error(JSON.stringify(reply))
    expect(effect.refusal).toEqual(reply.refusal)
    return { refusal: reply.refusal }
  }
  expect(effect.refusal).toBeNull()
  const after = await t.must('booking.get', { id })
  expect(effect.totalAfterMinor).toBe(after.totalMinor)
  expect(effect.nightsAfter).toBe(after.nights.length)
  expect(
    effect.nights
      .filter((night) => night.change !== 'removed')
      .map((night) => [night.night, night.rateAfterMinor]),
  ).toEqual(after.nights.map((night) => [night.night, night.rateMinor]))
  return after
}

/** The command of the newest row about a thing. */
export async function newestChange(
  { must }: Pick<BookingHotel, 'must'>,
  entity: 'booking' | 'guest' | 'request',
  entityId: number,
): Promise<number> {
  const { rows } = await must('change.list', { entity, entityId, limit: 1 })
  return rows[0]?.command ?? 0
}

/** As the night audit and the check-in will: neither has a command yet. */
export async function write(
  t: BookingHotel,
  table: 'settings' | 'bookings',
  values: object,
  id = 1,
): Promise<void> {
  await t.app.store.exclusively((tx) =>
    writeWith(tx)
      .updateTable(table)
      .set(values as never)
      .where('id', '=', id as never)
      .execute(),
  )
  t.app.store.forgetSettings()
}

export const openDay = (t: BookingHotel, businessDate: string) =>
  write(t, 'settings', { business_date: businessDate })

/** What no command of this desk does yet: the guest is in house since a day before today. */
export function movedIn(t: BookingHotel, id: BookingId, arrival: string, status = 'in-house') {
  const raw = openRaw(t.file, { readonly: false })
  try {
    raw.prepare('delete from room_nights where booking_id = ? and night < ?').run(id, arrival)
    raw.prepare('update bookings set status = ?, arrival = ? where id = ?').run(status, arrival, id)
    const type = raw.prepare('select room_type_id from bookings where id = ?').pluck().get(id)
    for (let day = arrival; day < '2026-03-04'; day = next(day)) {
      raw
        .prepare(
          'insert or ignore into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, ?, null, 40000, 1)',
        )
        .run(id, day, type)
    }
    raw
      .prepare(
        'update bookings set total_minor = (select sum(rate_minor) from room_nights where booking_id = bookings.id) where id = ?',
      )
      .run(id)
  } finally {
    raw.close()
  }
}

/** The guest is in house in the booking's room since `arrival`, and `departure` has passed; the night costs 500.00. */
export function overdue(t: BookingHotel, id: BookingId, arrival: string, departure: string) {
  const raw = openRaw(t.file, { readonly: false })
  const night = raw
    .prepare('select room_type_id, room_id from room_nights where booking_id = ?')
    .raw()
    .get(id)
  raw.prepare('delete from room_nights where booking_id = ?').run(id)
  for (let day = arrival; day < departure; day = next(day)) {
    raw
      .prepare(
        'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, ?, ?, 50000, 1)',
      )
      .run(id, day, night as number[])
  }
  raw
    .prepare(
      `update bookings set status = 'in-house', arrival = ?, departure = ?,
       total_minor = (select sum(rate_minor) from room_nights where booking_id = bookings.id) where id = ?`,
    )
    .run(arrival, departure, id)
  raw.close()
}

function next(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
