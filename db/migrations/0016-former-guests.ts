import { type Kysely, sql } from 'kysely'

/** What a field was before a change; a text that is no JSON says nothing. */
const was = (field: string) => `iif(json_valid(before), before ->> '$.${field}', null)`

const statements = [
  `create index changes_from_guest on changes (${was('guestId')}, entity, entity_id) where ${was('guestId')} is not null`,
  `create index changes_from_booker on changes (${was('bookerId')}, entity, entity_id) where ${was('bookerId')} is not null`,
  // Few changes take a companion off a booking: all of them are looked through
  `create index changes_from_companions on changes (${was('companions')}, entity, entity_id)
    where instr(${was('companions')}, 'true') > 0`,
]

/** Finds bookings and memberships by the guests whose they were before a change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
