import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

/** Guests who came with an import without a name, and their bookings. */
export function countUnnamed(store: LongReader): { guests: number; bookings: number } {
  return rawOf(store)
    .prepare(
      `select (select count(*) from guests where unnamed = 1) as guests,
         (select count(*) from bookings where guest_id in (select id from guests where unnamed = 1)) as bookings`,
    )
    .get() as { guests: number; bookings: number }
}
