import type { Generated } from 'kysely'
import type {
  AccountId,
  BookingId,
  BusinessDate,
  GuestId,
  ImportBatchId,
  RatePlanId,
  RoomId,
  RoomTypeId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type BookingsTable = {
  id: Generated<BookingId>
  confirmation_no: string
  status: string
  arrival: BusinessDate
  departure: BusinessDate
  guest_id: GuestId
  booker_id: GuestId | null
  agency_id: AccountId | null
  company_id: AccountId | null
  room_type_id: RoomTypeId
  charged_room_type_id: RoomTypeId
  rate_plan_id: RatePlanId | null
  adults: number
  children: number
  infants: number
  meal: string
  segment: string
  channel: string
  guarantee: string
  /** HH:MM on the day of arrival. */
  expected_time: string | null
  hold_until: string | null
  deposit_minor: number | null
  deposit_due_on: BusinessDate | null
  comment: string
  created_on: BusinessDate
  cancelled_on: BusinessDate | null
  cancel_reason: string | null
  source: string | null
  import_batch_id: ImportBatchId | null
  /** Of all its room-nights, with any status, in minor units. */
  total_minor: Generated<number>
  /** The room of its last night. */
  last_room_id: RoomId | null
  /** Requests not yet done. */
  open_requests: Generated<number>
  version: number
}

export type BookingCompanionsTable = {
  booking_id: BookingId
  guest_id: GuestId
}

export type RoomNightsTable = {
  id: Generated<number>
  booking_id: BookingId | null
  closure_id: number | null
  night: BusinessDate
  room_type_id: RoomTypeId
  room_id: RoomId | null
  rate_minor: number
  live: Flag
}
