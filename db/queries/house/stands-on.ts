import { type RawBuilder, sql } from 'kysely'
import type { BookingId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'

const kinds = [
  ['trace', 'traces'],
  ['guest-message', 'guest_messages'],
  ['wake-call', 'wake_calls'],
  ['parcel', 'parcels'],
  ['found-item', 'found_items'],
  ['key-log', 'key_logs'],
  ['luggage', 'luggage'],
] as const
export type HouseKind = (typeof kinds)[number][0]

/** The kind of the first thing of the house that is kept for one of these bookings; null when there is none. */
export async function firstOfHouse(db: Reader, bookings: readonly BookingId[]): Promise<HouseKind | null> {
  const parts = kinds.map(
    ([kind, table]) =>
      sql`select ${sql.lit(kind)} as kind from ${sql.table(table)} where booking_id in ${idList(bookings)}`,
  )
  const { rows } = await sql<{ kind: HouseKind }>`${sql.join(parts, sql` union all `)} limit 1`.execute(
    readWith(db),
  )
  return rows[0]?.kind ?? null
}

/** How many things of the house are kept for a booking. */
export function houseOf(booking: RawBuilder<unknown>): RawBuilder<number> {
  const counts = kinds.map(
    ([, table]) => sql`(select count(*) from ${sql.table(table)} where booking_id = ${booking})`,
  )
  return sql<number>`(${sql.join(counts, sql` + `)})`
}
