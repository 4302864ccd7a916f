import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LongReader } from '#db/handles.ts'
import { readRoomSums } from '#db/queries/report/rooms.ts'
import type { Basis } from '#shared/domain/report/catalogue.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

/** A house of two rooms, with closures of each from a day until another. */
let raw: Sqlite.Database
beforeEach(() => {
  raw = new Sqlite(':memory:')
  raw.exec(`
    create table rooms (id integer primary key, room_type_id integer, floor integer, active integer);
    create table closures (id integer primary key, room_id integer, from_night text, to_night text, reason text,
      kind text default 'out-of-order');
    create table changes (seq integer primary key, entity text, entity_id integer, business_date text, after text);
    insert into rooms values (1, 1, 1, 1), (2, 1, 1, 1)`)
})
afterEach(() => void raw.close())

const close = (room: number, from: string, to: string) =>
  raw
    .prepare("insert into closures (room_id, from_night, to_night, reason) values (?, ?, ?, 'x')")
    .run(room, from, to)

function available(from: string, to: string, basis: Basis): number[] {
  const period = { from: from as BusinessDate, to: to as BusinessDate }
  const source = { seq: null, today: period.to }
  const sums = readRoomSums(raw as unknown as LongReader, source, period, basis)
  const days = new Map(sums.map(({ day, roomsAvailable }) => [day, roomsAvailable]))
  const found: number[] = []
  for (let day = period.from; day < period.to; day = addDays(day, 1)) found.push(days.get(day) ?? 0)
  return found
}

test('a room out of order is available by USALI until it is out for six months', () => {
  close(1, '2026-03-02', '2026-03-04')
  expect(available('2026-03-01', '2026-03-05', 'usali')).toEqual([2, 2, 2, 2])
  expect(available('2026-03-01', '2026-03-05', 'operational')).toEqual([2, 1, 1, 2])
  close(2, '2026-03-03', addDays('2026-03-03' as BusinessDate, 182))
  expect(available('2026-03-01', '2026-03-05', 'usali')).toEqual([2, 2, 1, 1])
})

test('a house that is closed whole for a season of thirty days is not there by USALI, however little of it is asked for', () => {
  // Twenty days of one room’s closure and ten of the next one’s make thirty
  close(1, '2026-01-01', '2026-01-31')
  close(2, '2026-01-01', '2026-01-21')
  close(2, '2026-01-21', '2026-01-31')
  expect(available('2025-12-31', '2026-01-03', 'usali')).toEqual([2, 0, 0])
  expect(available('2026-01-30', '2026-02-01', 'usali')).toEqual([0, 2])
  expect(available('2026-01-15', '2026-01-16', 'usali')).toEqual([0])
})

test('a day less, or one room less, is no season', () => {
  close(1, '2026-01-01', '2026-01-31')
  close(2, '2026-01-01', '2026-01-30')
  expect(available('2026-01-28', '2026-02-01', 'usali')).toEqual([2, 2, 2, 2])
  expect(available('2026-01-28', '2026-02-01', 'operational')).toEqual([0, 0, 1, 2])
})
