import { type RawBuilder, sql } from 'kysely'
import type { BookingId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** What the house has open, by kind. */
export type OpenCounts = {
  messages: number
  wakeCalls: number
  parcels: number
  foundItems: number
  keys: number
  luggage: number
  traces: number
}

/** Of calls `t` and their bookings `b`: nobody is called who has left, or leaves before, or does not come. */
export const isToBeWoken: RawBuilder<boolean> = sql`(b.status in ('enquiry', 'waitlisted', 'confirmed', 'in-house')
  and t.call_on <= b.departure)`

// Literal, so that the partial indexes over open ones serve
function counts(of: RawBuilder<unknown>, ofCall = of) {
  const count = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} t where t.status = 'open' and ${of})`
  return sql<OpenCounts>`select ${count('guest_messages')} as messages, 
    (select count(*) from wake_calls t where t.status = 'open' and ${ofCall}) as wakeCalls,
    ${count('parcels')} as parcels, ${count('found_items')} as foundItems,
    (select coalesce(sum(t.keys - t.returned), 0) from key_logs t where t.status = 'open' and ${of}) as keys,
    ${count('luggage')} as luggage, ${count('traces')} as traces`
}

const ofBooking = preparedSql((at: { id: BookingId }) => counts(sql`t.booking_id = ${at.id}`))
const ofHouse = preparedSql(() =>
  counts(sql`1`, sql`exists (select 1 from bookings b where b.id = t.booking_id and ${isToBeWoken})`),
)

/** What is open of a booking. */
export async function countOpenOf(db: Reader, id: BookingId): Promise<OpenCounts> {
  return (await ofBooking.first(db, { id })) as OpenCounts
}

/** What is open of the whole house. */
export async function countOpen(db: Reader): Promise<OpenCounts> {
  return (await ofHouse.first(db, {})) as OpenCounts
}
