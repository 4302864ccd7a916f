import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'

type Odd = {
  confirmationNo: string
  status: string
  nights: number
  expected: number
  countDiffers: 0 | 1 | null
  liveDiffers: 0 | 1
  sumDiffers: 0 | 1
}

/** Bookings looked at in one statement: few enough to show progress, enough not to be slower. */
const bookingsAtOnce = 20_000

/** Every booking has just the nights of [arrival, departure), they take inventory as its status says, and it holds their sum. */
export function examineNights(raw: RawDatabase, progress: Progress = () => undefined): Finding[] {
  const counts: Finding[] = []
  const live: Finding[] = []
  const sums: Finding[] = []
  // A booking's nights are read once for all three questions; beside max(night) SQLite takes room_id from that night.
  const odd = raw.prepare(
    `select * from (
       select confirmationNo, status, nights, expected, lastNight, nights <> expected as countDiffers,
         misplaced > 0 as liveDiffers, total_minor <> total or last_room_id is not lastRoomId or open_requests <> (
           select count(*) from requests where booking_id = bookingId and status in ('open', 'acknowledged')) as sumDiffers
       from (
         select b.id as bookingId, b.confirmation_no as confirmationNo, b.status, b.total_minor, b.last_room_id, b.open_requests,
           count(case when n.night >= b.arrival and n.night < b.departure then 1 end) as nights,
           cast(julianday(b.departure) - julianday(b.arrival) as integer) as expected,
           count(case when n.live <> (b.status in ('confirmed', 'in-house', 'checked-out'))
             or n.night < b.arrival or n.night >= b.departure then 1 end) as misplaced,
           coalesce(sum(n.rate_minor), 0) as total, max(n.night) as lastNight, n.room_id as lastRoomId
         from bookings b left join room_nights n on n.booking_id = b.id
         where b.id > ? and b.id <= ? group by b.id
       )
     ) where countDiffers or liveDiffers or sumDiffers`,
  )
  const add = (list: Finding[], finding: Finding) => void (list.length < namedOfAKind && list.push(finding))
  const total = raw.prepare('select count(*) from bookings').pluck().get() as number
  const batch = raw.prepare(
    'select count(*) as bookings, max(id) as last from (select id from bookings where id > ? order by id limit ?)',
  )
  let after = Number.MIN_SAFE_INTEGER
  let done = 0
  for (let full = true; full; progress(done, total)) {
    const { bookings, last } = batch.get(after, bookingsAtOnce) as { bookings: number; last: number | null }
    for (const row of odd.all(after, last) as Odd[]) {
      const { confirmationNo, status, nights, expected } = row
      if (row.countDiffers) add(counts, error('NIGHTS_DIFFER', { confirmationNo, nights, expected }))
      if (row.liveDiffers) add(live, error('NIGHTS_LIVE', { confirmationNo, status }))
      if (row.sumDiffers) add(sums, error('SUMS_DIFFER', { confirmationNo }))
    }
    full = bookings === bookingsAtOnce
    after = last ?? after
    done += bookings
  }
  return [...roomsLetTwice(raw), ...counts, ...live, ...sums]
}

/** Asked of the rows themselves: the index that keeps a room from being let twice may be missing. */
function roomsLetTwice(raw: RawDatabase): Finding[] {
  const rows = raw
    .prepare(
      `select coalesce(r.number, n.room_id) as room, n.night as night
       from room_nights n left join rooms r on r.id = n.room_id
       where n.live = 1 and n.room_id is not null group by n.room_id, n.night having count(*) > 1 limit ?`,
    )
    .all(namedOfAKind) as { room: string; night: string }[]
  return rows.map((row) => error('NIGHT_TWICE', row))
}
