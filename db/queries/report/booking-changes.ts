import type { BookingDifference, BookingThen } from '#shared/domain/report/booking-changes.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { lastSeqOf } from './counted.ts'
import { readOperations, type Seqs } from './log.ts'
import { rowsWithin } from './rows-within.ts'
import { bookingsSql, type Source } from './source.ts'

/** A row of the log about a booking that was there before and after it. */
export type LoggedBookingChange = BookingDifference & {
  seq: number
  operation: string
  actor: string
  bookingId: BookingId
  on: BusinessDate
}
/** A booking as it is. */
export type BookingNow = BookingThen & { channel: string }

type Row = [
  seq: number,
  operation: string,
  actor: string,
  bookingId: BookingId,
  on: BusinessDate,
  before: string,
  after: string,
]

const columns = 'c.seq, c.operation, c.actor, c.entity_id, c.business_date, c.before, c.after'
/** What most rows of a log are is left where it lies: a check-in or check-out that leaves the dates as they are, a first room. */
const isChange = `c.entity = 'booking' and c.before is not null and c.after is not null and case c.operation
  when 'stay.checkIn' then instr(c.after, '"departure":') > 0
  when 'stay.checkOut' then instr(c.after, '"departure":') > 0
  when 'booking.assignRoom' then instr(replace(c.before, '"roomId":null', ''), '"roomId":') > 0
  else true end`

/** Operations that write a booking that was there before: a long log is read by its index of operations. */
function writesBookings(operation: string): boolean {
  return /^(booking|stay|import)\.|^change\.undo$/.test(operation) && operation !== 'booking.create'
}

/** Changes of bookings in a part of the log, in its order; of these operations alone. */
export function readBookingChanges(
  store: LongReader,
  seqs: Seqs,
  isWanted: (operation: string) => boolean = writesBookings,
): LoggedBookingChange[] {
  const rows = rawOf(store)
    .prepare(
      `select ${columns} from changes c indexed by changes_by_operation
       where c.operation in (select value from json_each(@operations)) and c.seq between @first and @last and ${isChange}`,
    )
    .raw()
    .iterate({ ...seqs, operations: JSON.stringify(readOperations(store).filter(isWanted)) })
  return rowsWithin(rows as Iterable<Row>)
    .map(changeOf)
    .sort((a, b) => a.seq - b.seq)
}

/** Changes of these bookings after a sequence, newest first: from what they are, they lead back to what they were. */
export function readLaterChanges(
  store: LongReader,
  source: Source,
  bookings: Iterable<BookingId>,
  after: number,
): LoggedBookingChange[] {
  if (after >= (rawOf(store).prepare('select max(seq) from changes').pluck().get() as number)) return []
  const rows = rawOf(store)
    .prepare(
      `select ${columns} from json_each(@ids) j cross join changes c indexed by changes_of_entity
       where ${isChange} and c.entity_id = j.value and c.seq > @after and c.seq <= @last`,
    )
    .raw()
    .iterate({ ids: JSON.stringify([...bookings]), after, last: lastSeqOf(source) }) as Iterable<Row>
  return rowsWithin(rows)
    .map(changeOf)
    .sort((a, b) => b.seq - a.seq)
}

/** Bookings as they are; one that an undo or a take-back removed is not there. */
export function readBookingsNow(
  store: LongReader,
  source: Source,
  bookings: Iterable<BookingId>,
): Map<BookingId, BookingNow> {
  const rows = rawOf(store)
    .prepare(
      `with ${bookingsSql(source)}
       select b.booking_id as id, b.status, b.arrival, b.total_minor as totalMinor, b.channel
       from json_each(@ids) j join booked b on b.booking_id = j.value`,
    )
    .all({ ids: JSON.stringify([...bookings]) }) as (BookingNow & { id: BookingId })[]
  return new Map(rows.map(({ id, ...now }) => [id, now]))
}

export type SourceCounts = { bookings: number; changes: number }

/** Changes that the source of an import only counted, by the arrival of the bookings. */
export function readSourceCounts(store: LongReader, source: Source, { from, to }: Period): SourceCounts {
  return rawOf(store)
    .prepare(
      `with ${bookingsSql(source)}
       select count(*) as bookings, coalesce(sum(counted), 0) as changes from (
         select i.source ->> '$.bookingChanges' as counted
         from booked b join main.bookings i on i.id = b.booking_id
         where b.arrival >= @from and b.arrival < @to and i.source is not null
       ) where counted > 0`,
    )
    .get({ from, to }) as SourceCounts
}

function changeOf([seq, operation, actor, bookingId, on, before, after]: Row): LoggedBookingChange {
  return { seq, operation, actor, bookingId, on, before: JSON.parse(before), after: JSON.parse(after) }
}
