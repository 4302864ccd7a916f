import { sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** What a field was before a change, as the indexes have it (0016). */
const was = (field: 'guestId' | 'bookerId' | 'companions') =>
  sql.raw(`iif(json_valid(before), before ->> '$.${field}', null)`)

const former = preparedSql(
  (at: { guestId: GuestId; companion: string }) => sql<{ entity: string; id: number }>`
    select entity, entity_id as id from changes indexed by changes_from_guest
    where ${was('guestId')} = ${at.guestId} and entity in ('booking', 'membership')
    union
    select entity, entity_id from changes indexed by changes_from_booker
    where ${was('bookerId')} = ${at.guestId} and entity = 'booking'
    union
    select entity, entity_id from changes indexed by changes_from_companions
    where instr(${was('companions')}, 'true') > 0 and instr(${was('companions')}, ${at.companion}) > 0
      and entity = 'booking'
    order by 1, 2`,
)

/** Bookings that a guest had a part in and memberships that a guest had, before something took them away; some came back since. */
export async function readFormer(
  db: Reader,
  guestId: GuestId,
): Promise<{ bookings: number[]; memberships: number[] }> {
  const rows = await former.all(db, { guestId, companion: `"${guestId}":true` })
  const idsOf = (wanted: string) => rows.flatMap(({ entity, id }) => (entity === wanted ? [id] : []))
  return { bookings: idsOf('booking'), memberships: idsOf('membership') }
}
