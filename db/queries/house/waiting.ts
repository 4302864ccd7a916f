import { sql } from 'kysely'
import type { WaitingThing } from '#shared/domain/house/waiting.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { Flag } from '../../schema/flag.ts'

export type WaitingRow = {
  thing: WaitingThing
  id: number
  version: number
  text: string
  fromName: string
  place: string
  count: number | null
  tagNo: number | null
  dueOn: BusinessDate | null
  dueTime: string | null
  takenAt: string
  own: Flag
}

// Literal states, so that the partial indexes over open ones serve
const waiting = preparedSql(
  (at: { id: BookingId; on: BusinessDate }) => sql<WaitingRow>`
    with of as (select id, guest_id, arrival, max(departure, ${at.on}) as until from bookings where id = ${at.id}),
    slept as (select room_id from room_nights where booking_id = ${at.id} and room_id is not null
      union select room_id from stays where booking_id = ${at.id} and room_id is not null)
    select thing, id, version, text, fromName, place, count, tagNo, dueOn, dueTime, takenAt, own from (
      select 0 as rank, 'messages' as thing, id, version, text, from_name as fromName, phone as place, null as count,
        null as tagNo, null as dueOn, null as dueTime, created_at as takenAt, 1 as own
      from guest_messages where status = 'open' and booking_id = ${at.id}
      union all select 1, 'parcels', id, version, note, from_name, kept_in, pieces, null, null, null, created_at, 1
      from parcels where status = 'open' and booking_id = ${at.id}
      union all select 2, 'luggage', id, version, note, '', kept_in, pieces, tag_no, due_on, due_time, created_at, 1
      from luggage where status = 'open' and booking_id = ${at.id}
      union all select 3, 'found', f.id, f.version, f.what,
        trim(coalesce((select number from rooms where id = f.room_id), '') || ' ' || f.found_at), f.kept_in, null, null,
        f.found_on, null, f.created_at, f.booking_id is ${at.id}
      from found_items f, of where f.status = 'open' and (f.booking_id = of.id
        or f.booking_id in (select id from bookings where guest_id = of.guest_id)
        or (f.booking_id is null and f.found_on between of.arrival and of.until
          and f.room_id in (select room_id from slept)))
      union all select 4, 'traces', id, version, text, '', department, null, null, due_on, due_time, created_at, 1
      from traces where status = 'open' and booking_id = ${at.id} and due_on <= ${at.on}
      union all select 5, 'wake-calls', id, version, note, '', '', null, null, call_on, call_at, created_at, 1
      from wake_calls where status = 'open' and booking_id = ${at.id}
      union all select 6, 'keys', id, version, note, to_name, '', keys - returned, null, null, null, created_at, 1
      from key_logs where status = 'open' and booking_id = ${at.id}
    ) order by rank, dueOn, dueTime, id`,
)

/** What waits for the guest of a booking, or is to be settled with them; in the order in which a desk hands it over. */
export async function readWaiting(db: Reader, id: BookingId, on: BusinessDate): Promise<WaitingRow[]> {
  return waiting.all(db, { id, on })
}
