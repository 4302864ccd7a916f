import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import type { BusinessDate } from '#shared/values/index.ts'

/** How many rooms the hotel has, in how many somebody is, and how many more are expected today. */
export type House = { rooms: number; inHouse: number; dueIn: number }

/**
 * Fills a house on the business date, and leaves nobody else in house or due: written beside the program. Answers with the
 * bookings that are due in, each with a clean room of its own.
 */
export function fillHouse(raw: RawDatabase, today: BusinessDate, { rooms, inHouse, dueIn }: House): number[] {
  raw.exec(`update bookings set status = 'cancelled' where status = 'in-house'
    or (status in ('confirmed', 'enquiry', 'waitlisted') and arrival <= '${today}')`)
  raw.exec(`update room_nights set live = 0 where night = '${today}'`)
  raw.exec('delete from stays where checked_in_at is not null and checked_out_at is null')
  raw.exec("update rooms set housekeeping = 'clean', out_of_service = 0")
  raw.exec("update guest_alerts set blocks = 'none'")
  const missing = rooms - (raw.prepare('select count(*) from rooms').pluck().get() as number)
  const type = raw.prepare('select min(id) from room_types').pluck().get()
  const first = 1 + (raw.prepare('select max(id) from rooms').pluck().get() as number)
  const room = raw.prepare(
    "insert into rooms (id, number, room_type_id, floor, features, housekeeping, out_of_service, active, version) values (?, ?, ?, 90, '[]', 'clean', 0, 1, 1)",
  )
  for (let n = 0; n < missing; n++) room.run(first + n, `B${n}`, type)
  const all = raw.prepare(`select id, room_type_id as type from rooms order by id limit ${rooms}`).all()
  const guests = raw
    .prepare(`select id from guests where unnamed = 0 order by id limit ${rooms}`)
    .pluck()
    .all()
  const plan = raw.prepare('select min(id) from rate_plans').pluck().get()
  const from = 1 + (raw.prepare('select max(id) from bookings').pluck().get() as number)
  const booking = raw.prepare(
    `insert into bookings (id, confirmation_no, status, arrival, departure, guest_id, room_type_id, charged_room_type_id, rate_plan_id,
      adults, children, infants, meal, segment, channel, guarantee, comment, created_on, last_room_id, total_minor, version)
     values (?, ?, ?, ?, date(?, '+2 days'), ?, ?, ?, ?, 2, 0, 0, 'room-only', 'transient', 'direct', 'none', '', ?, ?, 100000, 1)`,
  )
  const night = raw.prepare(
    'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, ?, ?, 50000, 1)',
  )
  const along = raw.prepare('insert into booking_companions (booking_id, guest_id) values (?, ?)')
  const coming: number[] = []
  for (const [at, { id, type: own }] of (all as { id: number; type: number }[])
    .slice(0, inHouse + dueIn)
    .entries()) {
    const number = from + at
    const status = at < inHouse ? 'in-house' : 'confirmed'
    booking.run(
      number,
      String(10_000_000 + number),
      status,
      today,
      today,
      guests[at],
      own,
      own,
      plan,
      today,
      id,
    )
    night.run(number, today, own, id)
    // In every other room somebody stays along
    if (at % 2 === 0) along.run(number, guests[(at + 1) % guests.length])
    if (at >= inHouse) coming.push(number)
  }
  return coming
}
