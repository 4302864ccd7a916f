import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenStore } from '#db/dialect/sqlite/open-store.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { openRequests } from '#db/queries/request/list.ts'
import { holdersOfRoom, readTaken, takenInRange, takenOfType } from '#db/queries/room/availability.ts'
import { freeRooms, readFreeRooms, roomsOfStays } from '#db/queries/room/rooms.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { tempFolder } from '#tests/support/app.ts'

const folder = tempFolder()
const first = '2026-03-02' as BusinessDate
let store: OpenStore

/** Two types of two rooms; a hundred stays of two nights, every second one in room 1. */
beforeAll(async () => {
  const opened = await openStore(join(folder.path, 'nights.keyrack'), { mode: 'new' })
  if ('trouble' in opened) throw new Error(JSON.stringify(opened.trouble))
  store = opened
  const raw = store.rawWriter
  raw.exec(`
    insert into room_types values (1, 'STD', '', '', 2, 0, 0, 0, 1, 1), (2, 'DLX', '', '', 2, 0, 0, 0, 1, 1);
    insert into rooms values (1, '101', 1, 1, '[]', 'clean', 0, 1, 1), (2, '102', 1, 1, '[]', 'clean', 0, 1, 1),
      (3, '201', 2, 2, '[]', 'clean', 0, 1, 1), (4, '202', 2, 2, '[]', 'clean', 0, 0, 1);
    insert into guests (id, native_name, family_name, given_name, sort_key, salutation, gender, nationality, language, unnamed, created_at, version)
      values (1, '', 'A', '', 'a', '', '', '', '', 0, '', 1)`)
  const booking = raw.prepare(`
    insert into bookings (id, confirmation_no, status, arrival, departure, guest_id, room_type_id, charged_room_type_id, adults, children, infants, meal, segment, channel, guarantee, comment, created_on, version)
    values (?, ?, 'confirmed', ?, ?, 1, 1, 1, 1, 0, 0, '', '', '', '', '', '', 1)`)
  const night = raw.prepare(
    'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, 1, ?, 0, ?)',
  )
  for (let at = 0; at < 100; at++) {
    const arrival = addDays(first, at * 2)
    booking.run(at + 1, String(at), arrival, addDays(arrival, 2))
    const room = at % 2 === 0 ? 1 : null
    night.run(at + 1, arrival, room, 1)
    night.run(at + 1, addDays(arrival, 1), room, at === 0 ? 0 : 1)
  }
  raw.exec(`insert into closures (id, room_id, from_night, to_night, reason) values (1, 3, '2026-03-03', '2026-03-04', 'leak');
    insert into room_nights (closure_id, night, room_type_id, room_id, rate_minor, live) values (1, '2026-03-03', 2, 3, 0, 1)`)
})
afterAll(() => {
  store.close()
  folder.remove()
})

function planOf(text: string, values: unknown[]): string[] {
  const rows = store.rawReader.prepare(`explain query plan ${text}`).all(values) as { detail: string }[]
  return rows.map((row) => row.detail)
}

test('what is taken is counted by type and night, live nights alone, closures apart', async () => {
  const rows = await readTaken(store.reader, first, addDays(first, 3))
  expect(rows).toEqual([
    { night: '2026-03-02', roomTypeId: 1, sold: 1, outOfOrder: 0 },
    { night: '2026-03-03', roomTypeId: 2, sold: 0, outOfOrder: 1 },
    { night: '2026-03-04', roomTypeId: 1, sold: 1, outOfOrder: 0 },
  ])
})

test('free rooms are those in use that nobody has on any of the nights, one’s own booking left out', async () => {
  const free = async (arrival: string, departure: string, bookingId = 0) => {
    const query = { arrival, departure, bookingId } as never
    return (await readFreeRooms(store.reader, query)).map((room) => room.number)
  }
  expect(await free('2026-03-02', '2026-03-04')).toEqual(['102'])
  expect(await free('2026-03-02', '2026-03-04', 1)).toEqual(['101', '102'])
  expect(await free('2026-03-04', '2026-03-06')).toEqual(['101', '102', '201'])
  expect(await free('2026-03-03', '2026-03-03')).toEqual(['101', '102', '201'])
})

test.each([
  ['availability over a range', () => takenInRange.text(), ['2026-03-02', '2026-03-05']],
  ['availability of a type', () => takenOfType.text(2), ['2026-03-02', '2026-03-03', 1]],
])('%s is a seek in the covering index of live nights, sorted by it', (_name, text, values) => {
  const plan = planOf(text(), values)
  expect(plan).toHaveLength(1)
  expect(plan[0]).toMatch(/^SEARCH room_nights USING COVERING INDEX room_nights_sold \(night/)
})

test('free rooms are found by one range scan of it', () => {
  const plan = planOf(freeRooms.text(), [
    '2026-03-05',
    '2026-03-02',
    '2026-03-02',
    '2026-03-02',
    '2026-03-05',
    0,
  ])
  expect(plan).toContainEqual(
    expect.stringMatching(/^SEARCH n USING COVERING INDEX room_nights_sold \(night>\? AND night<\?\)/),
  )
  expect(plan.join('\n')).not.toMatch(/SCAN (n|room_nights)\b/)
})

test('rooms of earlier stays are found by the guest’s bookings and the nights of these', () => {
  const plan = planOf(roomsOfStays.text(), [1]).join('\n')
  expect(plan).toMatch(/SEARCH bookings USING (COVERING )?INDEX bookings_by_guest \(guest_id=\?\)/)
  expect(plan).toMatch(/SEARCH n USING INDEX room_nights_of_booking \(booking_id=\?\)/)
  expect(plan).not.toMatch(/SCAN (bookings|n|r)\b/)
})

test('who holds a room is found in the unique key itself', () => {
  const plan = planOf(holdersOfRoom.text(2), [1, '2026-03-02', '2026-03-03', 0])
  expect(plan.join('\n')).toMatch(/SEARCH n USING INDEX room_nights_one_live \(room_id=\? AND night=\?\)/)
  expect(plan.join('\n')).not.toMatch(/SCAN (n|b)\b/)
})

test.each([
  ['the first page', null],
  ['a later page', ['2026-03-02', 'housekeeping', 1, 1]],
] as const)(
  '%s of open requests comes in the order of their index, sorting no more than one booking’s',
  (_name, after) => {
    const query = openRequests(store.reader, {
      department: undefined,
      after: after as never,
      limit: 50,
    }).compile()
    const plan = planOf(query.sql, [...query.parameters])
    expect(plan[0]).toMatch(/^(SCAN|SEARCH) q USING INDEX requests_open\b/)
  },
)
