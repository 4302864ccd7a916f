import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { addDays, type BusinessDate, nightsOf } from '#shared/values/index.ts'

export type PastStay = {
  guestId: number
  arrival: string
  departure: string
  status?: string
  bookerId?: number
  companions?: number[]
  roomTypeId?: number
  roomId?: number
  ratePlanId?: number | null
  rateMinor?: number
  createdOn?: string
  segment?: string
  companyId?: number
  source?: object
}

/**
 * Bookings that a desk can't make on the business date (stays that are over, no-shows, guests already in the house),
 * written beside the program as an import would. Answers with their ids.
 */
export function writeStays(file: string, stays: readonly PastStay[]): number[] {
  const raw = openRaw(file, { readonly: false })
  try {
    return raw.transaction(() => stays.map((stay) => writeStay(raw, stay)))()
  } finally {
    raw.close()
  }
}

function writeStay(raw: ReturnType<typeof openRaw>, stay: PastStay): number {
  const status = stay.status ?? 'checked-out'
  const id = 1 + Number(raw.prepare('select coalesce(max(id), 0) from bookings').pluck().get())
  const type = stay.roomTypeId ?? raw.prepare('select min(id) from room_types').pluck().get()
  raw
    .prepare(
      `insert into bookings (id, confirmation_no, status, arrival, departure, guest_id, booker_id, company_id,
        room_type_id, charged_room_type_id, rate_plan_id, adults, children, infants, meal, segment, channel, guarantee,
        comment, created_on, cancelled_on, source, version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 'room-only', ?, 'direct', 'none', '', ?, ?, ?, 1)`,
    )
    .run(
      id,
      String(10_000_000 + id),
      status,
      stay.arrival,
      stay.departure,
      stay.guestId,
      stay.bookerId ?? null,
      stay.companyId ?? null,
      type,
      type,
      stay.ratePlanId ?? null,
      stay.segment ?? 'transient',
      stay.createdOn ?? addDays(stay.arrival as BusinessDate, -10),
      status === 'cancelled' ? (stay.createdOn ?? stay.arrival) : null,
      stay.source ? JSON.stringify(stay.source) : null,
    )
  const live = ['confirmed', 'in-house', 'checked-out'].includes(status) ? 1 : 0
  const night = raw.prepare(
    'insert into room_nights (booking_id, night, room_type_id, room_id, rate_minor, live) values (?, ?, ?, ?, ?, ?)',
  )
  for (const date of nightsOf(stay.arrival as BusinessDate, stay.departure as BusinessDate)) {
    night.run(id, date, type, stay.roomId ?? null, stay.rateMinor ?? 50_000, live)
  }
  raw
    .prepare(
      `update bookings set last_room_id = ?, total_minor = (select coalesce(sum(rate_minor), 0) from room_nights where booking_id = bookings.id)
       where id = ?`,
    )
    .run(stay.roomId ?? null, id)
  const companion = raw.prepare('insert into booking_companions (booking_id, guest_id) values (?, ?)')
  for (const guestId of stay.companions ?? []) companion.run(id, guestId)
  return id
}
