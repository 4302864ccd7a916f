import { type RawBuilder, sql } from 'kysely'
import type { BusinessDate } from '#shared/values/index.ts'

/** Of a booking `b`: in house, and since before stays were kept. They are in the room of the latest night that has begun. */
export const isUnrecorded: RawBuilder<boolean> = sql.raw(
  `(b.status = 'in-house' and not exists (select 1 from stays s where s.booking_id = b.id and s.checked_in_at is not null))`,
)

/** Whether a night `n` is the latest of its booking `b` that has begun. */
export const isLatestNight = (today: BusinessDate): RawBuilder<boolean> =>
  sql`n.night = (select max(night) from room_nights where booking_id = b.id and night <= ${today})`
