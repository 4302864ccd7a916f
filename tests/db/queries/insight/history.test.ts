import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaw, type RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { readHistory } from '#db/queries/insight/history.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import type { TestApp } from '#tests/support/app.ts'
import { openDemoHotel } from '#tests/support/demo-hotel.ts'
import { dayOf } from '#tests/support/history.ts'

let hotel: TestApp
let raw: RawDatabase
let history: History

beforeAll(async () => {
  hotel = await openDemoHotel()
  raw = openRaw(hotel.file, { readonly: true })
  history = readHistory(raw)
})
afterAll(async () => {
  raw.close()
  await hotel.close()
})

const number = (sql: string) => raw.prepare(sql).pluck().get() as number
const sum = (column: Iterable<number>) => [...column].reduce((all, one) => all + one, 0)

test('every booking of a named guest is in it, once, with all it says and what was asked for', () => {
  const { bookings, guests, words, from, requests } = history
  const named = 'from bookings b join guests g on g.id = b.guest_id where g.unnamed = 0'
  expect(bookings.arrival.length).toBe(number(`select count(*) ${named}`))
  expect(sum(bookings.total)).toBe(number(`select sum(b.total_minor) ${named}`))
  expect(sum(bookings.adults)).toBe(number(`select sum(b.adults) ${named}`))
  expect(guests.id.length).toBe(number('select count(*) from guests where unnamed = 0'))
  const rows = raw
    .prepare(
      `select b.*, t.code as type, (select count(*) from requests where booking_id = b.id) as asked
       ${named.replace('where', 'join room_types t on t.id = b.room_type_id where')}`,
    )
    .all() as Record<string, string | number | null>[]
  // Bookings of one guest in any order: those of one day are level
  const stored = rows.map((row) => [
    row.guest_id,
    dayOf(row.arrival as string),
    row.meal,
    row.segment,
    row.type,
    row.company_id ?? -1,
    row.room_type_id === row.charged_room_type_id ? 0 : 1,
    row.asked,
  ])
  const read = Array.from(guests.id.keys()).flatMap((g) =>
    Array.from({ length: (from[g + 1] as number) - (from[g] as number) }, (_, at) => {
      const b = (from[g] as number) + at
      return [
        guests.id[g],
        bookings.arrival[b],
        words.meal[bookings.meal[b] as number],
        words.segment[bookings.segment[b] as number],
        words.roomType[bookings.roomType[b] as number],
        bookings.company[b],
        bookings.upgraded[b],
        (requests.from[b + 1] as number) - (requests.from[b] as number),
      ]
    }),
  )
  const inOrder = (lines: unknown[][]) => lines.map((line) => line.join(' ')).sort()
  expect(inOrder(read)).toEqual(inOrder(stored))
})

test('requests, preferences and tiers are all there', () => {
  const { requests, preferences, tiers } = history
  expect(requests.kind.length).toBe(number('select count(*) from requests'))
  expect(preferences.preference.length).toBe(number('select count(*) from guest_preferences'))
  expect(tiers.tier.length).toBe(number('select count(*) from membership_tiers'))
})

test('sums over all guests are those of the store', () => {
  const { numbers } = factsAsOf(history, dayOf('2026-03-02'))
  const of = (status: string) =>
    `from bookings b join guests g on g.id = b.guest_id where g.unnamed = 0 and b.status = '${status}'`
  expect(sum(numbers.roomRevenue)).toBe(number(`select sum(total_minor) ${of('checked-out')}`))
  expect(sum(numbers.nights)).toBe(
    number(`select sum(julianday(departure) - julianday(arrival)) ${of('checked-out')}`),
  )
  expect(sum(numbers.cancellations)).toBe(number(`select count(*) ${of('cancelled')}`))
  expect(sum(numbers.noShows)).toBe(number(`select count(*) ${of('no-show')}`))
})

test('the history of some guests is their part of the whole', () => {
  const some = [...history.guests.id].filter((_, at) => at % 17 === 0)
  const whole = factsAsOf(history, dayOf('2026-03-02'))
  const part = factsAsOf(readHistory(raw, undefined, some), dayOf('2026-03-02'))
  expect([...part.id]).toEqual(some)
  for (const [row, id] of part.id.entries()) {
    const at = whole.id.indexOf(id)
    for (const name of Object.keys(whole.numbers) as (keyof typeof whole.numbers)[])
      expect(part.numbers[name][row], name).toBe(whole.numbers[name][at])
    expect(part.words.tier[part.codes.tier[row] as number]).toBe(
      whole.words.tier[whole.codes.tier[at] as number],
    )
  }
})
