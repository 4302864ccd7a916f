import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayUseTruth } from '#core/demo/day-use.ts'
import { examine } from '#core/doctor/examine.ts'
import { minutesOf, overlap } from '#shared/domain/booking/day-use.ts'
import { overtimeHours, proposeHourPrices } from '#shared/domain/stay/day-use-price.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { clearAway, count, liveThrough, raw, rows, today } from './life.ts'

/** Who comes to a demo hotel for some hours: with hours, a room and a price, charged once. */
beforeAll(liveThrough)
afterAll(clearAway)

type Use = {
  id: number
  status: string
  arrival: string
  from: string
  to: string
  room: number
  price: number
  overtime: number
  night: number
}
const uses = () =>
  raw
    .prepare(
      `select b.id, b.status, b.arrival, d.from_time as "from", d.to_time as "to", d.room_id as room,
        d.price_minor as price, d.overtime_minor as overtime, p.amount_minor as night
      from bookings b join day_uses d on d.booking_id = b.id
        left join rate_prices p on p.rate_plan_id = b.rate_plan_id and p.room_type_id = b.charged_room_type_id`,
    )
    .all() as Use[]

test('each has hours of the day, a room of its type, and a price by the rule', () => {
  const found = uses()
  expect(found.length).toBeGreaterThanOrEqual(4)
  expect(count('select count(*) from bookings where arrival = departure')).toBe(found.length)
  expect(
    count(`select count(*) from day_uses d join bookings b on b.id = d.booking_id
      left join rooms r on r.id = d.room_id where r.room_type_id is not b.room_type_id`),
  ).toBe(0)
  const [opens, closes] = dayUseTruth.open
  const [shortest, longest] = dayUseTruth.hours
  for (const { id, from, to, price, overtime, night } of found) {
    const hours = (minutesOf(to) - minutesOf(from)) / 60
    expect(hours, `booking ${id}`).toBeGreaterThanOrEqual(shortest)
    expect(hours).toBeLessThanOrEqual(longest)
    expect(minutesOf(from)).toBeGreaterThanOrEqual(opens * 60)
    expect(minutesOf(to)).toBeLessThanOrEqual(closes * 60)
    expect({ priceMinor: price, overtimeMinor: overtime }).toEqual(
      proposeHourPrices({ from, to }, night, usualTerms, 100),
    )
  }
})

test('the hours of no two meet in a room, and on the last day one is here and one is to come', () => {
  const found = uses()
  for (const one of found)
    for (const other of found)
      if (one.id < other.id && one.room === other.room && one.arrival === other.arrival)
        expect(overlap(one, other), `bookings ${one.id} and ${other.id}`).toBe(false)
  const open = found.filter(({ status }) => status !== 'checked-out')
  expect(open.map(({ status, arrival }) => [status, arrival]).sort()).toEqual([
    ['confirmed', today],
    ['in-house', today],
  ])
  for (const { room } of open)
    expect(
      count(`select count(*) from room_nights where live = 1 and room_id = ${room} and night = '${today}'`),
    ).toBe(0)
})

test('the log makes the hours with the booking, and what they cost is charged once', () => {
  const told = rows.filter(({ entity }) => entity === 'day-use')
  expect(told).toHaveLength(uses().length)
  for (const { seq, command, entity_id, operation } of told) {
    const booked = rows.find((row) => row.seq === command)
    expect([seq - 1, 'booking', entity_id, operation]).toEqual([
      booked?.seq,
      booked?.entity,
      booked?.entity_id,
      'booking.create',
    ])
  }
  for (const { id, status, price } of uses()) {
    const charged = raw
      .prepare(
        `select sum(l.gross_minor) from postings p join folio_lines l on l.posting_id = p.id where p.origin = ?`,
      )
      .pluck()
      .get(`stay:${id}:day-use`)
    expect(charged ?? 0, `booking ${id}`).toBe(status === 'checked-out' ? price : 0)
    expect(count(`select count(*) from postings where origin = 'stay:${id}:day-use'`)).toBe(
      status === 'checked-out' && price > 0 ? 1 : 0,
    )
  }
})

test('who stays beyond the hours and the grace pays for those begun, once; at least one does', () => {
  const left = raw
    .prepare(
      `select b.id, b.arrival as date, d.to_time as "to", d.overtime_minor as overtime,
        strftime('%H:%M', s.checked_out_at, '+8 hours') as time
      from bookings b join day_uses d on d.booking_id = b.id join stays s on s.booking_id = b.id
      where s.checked_out_at is not null`,
    )
    .all() as { id: number; date: BusinessDate; to: string; time: string; overtime: number }[]
  const paid = left.map(({ id, date, to, time, overtime }) => {
    const hours = overtime === 0 ? 0 : overtimeHours(to, date, { date, time }, usualTerms)
    expect(overtimeOf(id), `booking ${id}`).toEqual(
      hours === 0 ? [] : [{ origin: `stay:${id}:day-use:0-${hours}`, minor: hours * overtime }],
    )
    return hours
  })
  expect(Math.max(...paid)).toBeGreaterThan(0)
})

/** What was charged beside the hours that a booking has. */
function overtimeOf(id: number) {
  return raw
    .prepare(
      `select p.origin, sum(l.gross_minor) as minor from postings p join folio_lines l on l.posting_id = p.id
      where p.origin like ? group by p.id`,
    )
    .all(`stay:${id}:day-use:%`)
}

test('the doctor finds nothing', async () => {
  expect((await examine({ rawReader: raw }, () => 0)).findings).toEqual([])
})
