import { sql } from 'kysely'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Whether a store has rooms, guests or bookings: a demo hotel would mix with them. */
export async function holdsHotel(db: Reader): Promise<boolean> {
  const { rows } =
    await sql`select 1 from room_types union all select 1 from rooms union all select 1 from guests
    union all select 1 from bookings union all select 1 from accounts limit 1`.execute(readWith(db))
  return rows.length > 0
}
