import { maxNights } from '#shared/domain/booking/booking.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Department, RequestKind, RequestStatus } from '#shared/domain/request/request.ts'
import {
  addDays,
  type BookingId,
  type BusinessDate,
  type Moment,
  type RoomTypeId,
} from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { rowsWithin } from './rows-within.ts'
import { bookingsSql, type Source } from './source.ts'

/** A wish for a stay that was not called off. */
export type RequestFact = {
  bookingId: BookingId
  kind: RequestKind
  department: Department
  dueOn: BusinessDate
  status: RequestStatus
  fromPreference: 0 | 1
  createdAt: Moment
  /** When it got its status, and from whom. */
  statusAt: Moment
  statusBy: string
  roomTypeId: RoomTypeId
}

/**
 * Requests due in [from, to), in the order of their days and bookings. Those of bookings that nobody comes for are nobody's work.
 * A request is due within its stay: bookings are found by their arrival, which has an index.
 */
export function readRequests(store: LongReader, source: Source, { from, to }: Period): RequestFact[] {
  const rows = rawOf(store)
    .prepare(
      `with ${bookingsSql(source)}
       select q.booking_id as bookingId, q.kind, q.department, q.due_on as dueOn, q.status, q.from_preference as fromPreference,
         q.created_at as createdAt, q.status_at as statusAt, q.status_by as statusBy, b.room_type_id as roomTypeId
       from booked b
       join requests q on q.booking_id = b.booking_id
       where b.arrival >= @least and b.arrival < @to and b.status not in ('cancelled', 'no-show')
         and q.due_on >= @from and q.due_on < @to
       order by q.due_on, q.booking_id, q.id`,
    )
    .iterate({ from, to, least: addDays(from, -maxNights) }) as Iterable<RequestFact>
  return rowsWithin(rows)
}
