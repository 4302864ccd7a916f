import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'

/** Guests with a name and without one (they came with an import), and the bookings of the latter. */
export function countGuests(store: LongReader): { named: number; unnamed: number; bookings: number } {
  return rawOf(store)
    .prepare(
      `select (select count(*) from guests where unnamed = 0) as named,
         (select count(*) from guests where unnamed = 1) as unnamed,
         (select count(*) from bookings where guest_id in (select id from guests where unnamed = 1)) as bookings`,
    )
    .get() as { named: number; unnamed: number; bookings: number }
}
