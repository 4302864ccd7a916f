import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type StaysTable = {
  booking_id: BookingId
  /** Where the guest is, while in house; the last room after it. */
  room_id: RoomId | null
  /** Stands at the desk and waits for a room since. */
  arrived_at: string | null
  checked_in_at: string | null
  /** The business date of it. */
  checked_in_on: BusinessDate | null
  checked_in_by: string | null
  checked_out_at: string | null
  checked_out_on: BusinessDate | null
  checked_out_by: string | null
  do_not_disturb: Flag
  incognito: Flag
  /** JSON of the questions that the desk answered with yes. */
  accepted: string
  signature: string | null
  signed_at: string | null
  /** What the guest said of the stay, 1 to 5. */
  feedback_mark: number | null
  feedback_text: string | null
  feedback_at: string | null
  feedback_by: string | null
  version: number
}

export type StayPersonsTable = {
  booking_id: BookingId
  guest_id: GuestId
  from_date: BusinessDate
  to_date: BusinessDate
}

/** When a booking of no night has its room on its day, HH:MM; and what that costs. */
export type DayUsesTable = {
  booking_id: BookingId
  room_id: RoomId | null
  from_time: string
  /** The room is free again then. */
  to_time: string
  price_minor: number
  /** Of every hour begun after `to_time`. */
  overtime_minor: number
  version: number
}

export type StaySettingsTable = {
  id: number
  /** JSON of StayTerms. */
  terms: string
  version: number
}
