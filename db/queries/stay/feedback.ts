import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

export type FeedbackRow = {
  bookingId: BookingId
  confirmationNo: string
  arrival: BusinessDate
  departure: BusinessDate
  mark: number | null
  text: string
  at: string
  by: string
}

const ofGuest = preparedSql(
  (at: { guestId: GuestId }) => sql<FeedbackRow>`
    select b.id as bookingId, b.confirmation_no as confirmationNo, b.arrival, b.departure, s.feedback_mark as mark,
      coalesce(s.feedback_text, '') as text, s.feedback_at as at, s.feedback_by as "by"
    from bookings b join stays s on s.booking_id = b.id
    where b.guest_id = ${at.guestId} and s.feedback_at is not null order by b.arrival desc, b.id desc limit 50`,
)

/** What a guest said of stays, the latest first. */
export async function readFeedbackOf(db: Reader, guestId: GuestId): Promise<FeedbackRow[]> {
  return ofGuest.all(db, { guestId })
}
