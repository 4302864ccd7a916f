import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { migrations } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
let raw: RawDatabase

beforeEach(async () => {
  folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  // At this version, without what came after it.
  const store = await openStore(file, { mode: 'new', steps: migrations.slice(0, 1) })
  if ('trouble' in store) throw new Error(store.trouble.code)
  store.close()
  raw = openRaw(file, { readonly: false })
  raw.exec(`
    insert into guests (id, native_name, family_name, given_name, sort_key, salutation, gender, nationality, language, unnamed, created_at, version)
      values (1, '张伟', 'Zhang', 'Wei', 'zhang wei', '', '', 'CHN', 'zh', 0, '2026-03-02T00:00:00.000Z', 1);
    insert into room_types (id, code, name_en, name_zh, max_persons, overbooking, base_rate_minor, position, active, version)
      values (1, 'STD', 'Standard', '标准间', 2, 0, 40000, 1, 1, 1);
    insert into rooms (id, number, room_type_id, floor, features, housekeeping, out_of_service, active, version)
      values (1, '801', 1, 8, '[]', 'clean', 0, 1, 1);
    insert into closures (id, room_id, from_night, to_night, reason) values (1, 1, '2026-03-05', '2026-03-06', 'pipe');`)
  for (const id of [1, 2]) {
    raw.exec(`insert into bookings (id, confirmation_no, status, arrival, departure, guest_id, room_type_id, charged_room_type_id, adults,
      children, infants, meal, segment, channel, guarantee, comment, created_on, version)
      values (${id}, '${id}', 'confirmed', '2026-03-02', '2026-03-04', 1, 1, 1, 1, 0, 0, 'room-only', 'transient', 'direct', 'none', '', '2026-03-01', 1)`)
  }
})
afterEach(() => {
  raw.close()
  folder.remove()
})

const night = (booking: string, closure: string, date: string, live = 1) =>
  raw.exec(`insert into room_nights (booking_id, closure_id, night, room_type_id, room_id, rate_minor, live)
    values (${booking}, ${closure}, '${date}', 1, 1, 0, ${live})`)

test('a room is let once for a night, and to nobody while it is out of order', () => {
  night('1', 'null', '2026-03-02')
  expect(() => night('2', 'null', '2026-03-02')).toThrow(
    'UNIQUE constraint failed: room_nights.room_id, room_nights.night',
  )
  night('2', 'null', '2026-03-02', 0)
  night('null', '1', '2026-03-05')
  expect(() => night('1', 'null', '2026-03-05')).toThrow('UNIQUE')
})

test('a night belongs to a booking or to a closure, never to both or neither', () => {
  expect(() => night('1', '1', '2026-03-02')).toThrow('CHECK')
  expect(() => night('null', 'null', '2026-03-02')).toThrow('CHECK')
})

test('a departure before the arrival, and an unknown guest, are refused by the store itself', () => {
  expect(() => raw.exec(`update bookings set departure = '2026-03-01' where id = 1`)).toThrow('CHECK')
  expect(() => raw.exec('update bookings set guest_id = 99 where id = 1')).toThrow('FOREIGN KEY')
  expect(() => raw.exec(`update bookings set adults = 'two' where id = 1`)).toThrow('cannot store TEXT')
})

test('every table and index of the schema is there', () => {
  const names = raw
    .prepare(
      `select name from sqlite_master where type in ('table', 'index') and name not like 'sqlite_%' order by 1`,
    )
    .pluck()
    .all()
  expect(names.filter((name) => !String(name).startsWith('guest_search_'))).toMatchSnapshot()
})
