import type { Generated, Selectable } from 'kysely'
import type { BookingId, BusinessDate, RequestId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type RequestsTable = {
  id: Generated<RequestId>
  booking_id: BookingId
  kind: string
  text: string
  department: string
  due_on: BusinessDate
  due_time: string | null
  status: string
  reason: string | null
  from_preference: Flag
  created_at: string
  created_by: string
  status_at: string
  status_by: string
  version: number
  /** What was offered instead of a wish that was declined. */
  alternative: string | null
  as_preference: string | null
}

export type RequestRow = Selectable<RequestsTable>
