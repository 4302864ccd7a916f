import { readWith } from '../../dialect/building.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader, Reader } from '../../handles.ts'

/** Guests who came with an import without a name, and their bookings. */
export function countUnnamed(store: LongReader): { guests: number; bookings: number } {
  return rawOf(store)
    .prepare(
      `select (select count(*) from guests where unnamed = 1) as guests,
         (select count(*) from bookings where guest_id in (select id from guests where unnamed = 1)) as bookings`,
    )
    .get() as { guests: number; bookings: number }
}

/** Whether there is no booking: nothing can be said of a hotel that has just begun. */
export async function isEmptyOfStays(db: Reader): Promise<boolean> {
  const row = await readWith(db).selectFrom('bookings').select('id').limit(1).executeTakeFirst()
  return row === undefined
}
