import { sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import { waitMinutesSql } from './wait-sql.ts'

/** The bookings of the last stay of each of these guests, by guest. */
const lastStayOf = (ids: string) => sql`
    with last as materialized (
      select guest_id, max(departure) as departure from bookings
      where guest_id in ${listedIn(ids)} and status = 'checked-out' group by guest_id)`

/** What was declined of the last stay of each of these guests. */
export const declinedAtLastStay = preparedSql(
  (at: { ids: string }) => sql<{ guestId: GuestId; kind: string; text: string; fromPreference: number }>`
    ${lastStayOf(at.ids)}
    select b.guest_id as guestId, r.kind, r.text, r.from_preference as fromPreference
    from last cross join bookings b on b.guest_id = last.guest_id and b.departure = last.departure
      cross join requests r on r.booking_id = b.id
    where b.status = 'checked-out' and r.status = 'declined'
    order by b.guest_id, r.id`,
)

/** How long each of these guests waited for the room of the last stay, and how they marked it; who did neither is left out. */
export const feltAtLastStay = preparedSql(
  (at: { ids: string }) => sql<{ guestId: GuestId; minutes: number; mark: number | null; markText: string }>`
    ${lastStayOf(at.ids)}
    select b.guest_id as guestId, ${sql.raw(waitMinutesSql)} as minutes, s.feedback_mark as mark,
      coalesce(s.feedback_text, '') as markText
    from last cross join bookings b on b.guest_id = last.guest_id and b.departure = last.departure
      cross join stays s on s.booking_id = b.id
    where b.status = 'checked-out' and (s.arrived_at is not null or s.feedback_mark is not null)
    order by b.guest_id, b.id`,
)
