import type { Generated, Selectable } from 'kysely'
import type { TraceImage } from '#shared/domain/house/trace.ts'
import type { BookingId, BusinessDate, TraceId } from '#shared/values/index.ts'

export type TracesTable = {
  id: Generated<TraceId>
  booking_id: BookingId | null
  department: string
  due_on: BusinessDate
  due_time: string | null
  status: string
  created_at: string
  created_by: string
  status_at: string
  status_by: string
  text: string
  version: number
}

export type HouseTables = { traces: TracesTable }
export type HouseTable = keyof HouseTables
export type HouseRow<T extends HouseTable> = Selectable<HouseTables[T]>

/** The column of each field of an image: what is somebody's own stands last, as in the log. */
type ColumnsOf<I, T extends HouseTable> = Readonly<Record<keyof I & string, keyof HouseTables[T] & string>>

export const traceColumns: ColumnsOf<TraceImage, 'traces'> = {
  bookingId: 'booking_id',
  department: 'department',
  dueOn: 'due_on',
  dueTime: 'due_time',
  status: 'status',
  createdAt: 'created_at',
  createdBy: 'created_by',
  statusAt: 'status_at',
  statusBy: 'status_by',
  text: 'text',
}
