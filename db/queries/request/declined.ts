import { sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const declined = preparedSql(
  (at: { guestId: GuestId }) => sql<{ kind: string; text: string }>`
    select distinct q.kind, q.text from bookings b join requests q on q.booking_id = b.id
    where b.guest_id = ${at.guestId} and q.as_preference = 'declined'`,
)

/** Wishes of a guest that are not to be proposed as preferences again. */
export async function readDeclinedWishes(db: Reader, guestId: GuestId) {
  return declined.all(db, { guestId })
}
