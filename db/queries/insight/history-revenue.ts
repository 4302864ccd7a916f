import { type BookingColumns, type History, NONE } from '#shared/domain/insight/facts/history.ts'
import { isRevenueSql } from '../report/ledger.ts'
import { arrange } from './history-lists.ts'
import type { Places, Reading } from './reading.ts'

type PostedLine = [booking: number, date: string, isRoom: 0 | 1, netMinor: number]
type Later = { b: number; on: number; total: number; other: number }

/** Lines between two looks at whether the job was cancelled. */
const between = 100_000

/**
 * What was posted for each booking, without tax: up to its departure into the columns, later by its business date. A booking whose
 * nights were posted from its arrival on has all its revenue from the ledger; one that began before the books has room revenue
 * as booked.
 */
export function readRevenue(reading: Reading, bookings: BookingColumns, positions: Places): History['later'] {
  const { raw, days, pulse, only } = reading
  bookings.revenue.set(bookings.total)
  const began = raw.prepare('select min(business_date) from postings').pluck().get() as string | null
  const later: Later[] = []
  if (began !== null) {
    const count = bookings.revenue.length
    const room = new Float64Array(count)
    const some = only('guest_id')
    const whose =
      some === '' ? '' : ` and l.booking_id in (select id from bookings where guest_id > 0${some})`
    const lines = raw
      .prepare(
        `select l.booking_id, l.business_date, c.revenue_group = 'room', l.net_minor
         from folio_lines l join transaction_codes c on c.id = l.code_id
         where l.booking_id is not null and ${isRevenueSql}${whose}`,
      )
      .raw()
      .iterate() as Iterable<PostedLine>
    let read = 0
    const total = raw.prepare('select coalesce(max(id), 0) from folio_lines').pluck().get() as number
    for (const [booking, date, isRoom, netMinor] of lines) {
      if (++read % between === 0) pulse(read, total)
      const b = positions[booking] as number
      if (b === NONE) continue
      const on = days(date)
      if (isRoom && on <= (bookings.departure[b] as number)) {
        room[b] = (room[b] as number) + netMinor
        bookings.byLedger[b] = 1
      } else if (on > (bookings.departure[b] as number))
        later.push({ b, on, total: netMinor, other: isRoom ? 0 : netMinor })
      else bookings.other[b] = (bookings.other[b] as number) + netMinor
    }
    addPosted(bookings, room, days(began))
  }
  return sorted(later, bookings.revenue.length)
}

function addPosted(bookings: BookingColumns, room: Float64Array, began: number): void {
  for (let b = 0; b < room.length; b++) {
    if ((bookings.arrival[b] as number) < began) bookings.byLedger[b] = 0
    const ofRoom = bookings.byLedger[b] === 1 ? (room[b] as number) : (bookings.total[b] as number)
    bookings.revenue[b] = ofRoom + (bookings.other[b] as number)
  }
}

function sorted(rows: readonly Later[], count: number): History['later'] {
  let on = new Int32Array(0)
  let total = new Float64Array(0)
  let other = new Float64Array(0)
  const from = arrange<Later>(
    () => rows,
    ({ b }) => b,
    count,
    (size) => {
      on = new Int32Array(size)
      total = new Float64Array(size)
      other = new Float64Array(size)
      return (at, row) => {
        on[at] = row.on
        total[at] = row.total
        other[at] = row.other
      }
    },
  )
  return { from, on, total, other }
}
