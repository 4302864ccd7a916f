import { type Kysely, sql } from 'kysely'

/**
 * What rooms change by and who closed them. Closures had no commands before and so have no rows; of an old row all is out of
 * order, which takes its room-nights.
 */
const statements = [
  `create table housekeeping_settings (
    id integer primary key check (id = 1), departure_state text not null, stay_over_state text not null, reopened_state text not null,
    linen_every integer not null check (linen_every between 0 and 30), inspection_needed integer not null,
    check_after_days integer not null check (check_after_days between 0 and 30),
    departure_credits integer not null, stay_over_credits integer not null, linen_credits integer not null,
    pickup_credits integer not null, day_credits integer not null, version integer not null
  ) strict`,
  `alter table closures add column kind text not null default 'out-of-order' check (kind in ('out-of-order', 'out-of-service'))`,
  `alter table closures add column made_at text not null default ''`,
  `alter table closures add column made_by text not null default ''`,
  `alter table closures add column version integer not null default 1`,
  `create index closures_by_room on closures (room_id, to_night)`,
  // What takes nights is found by its closure when it is shortened
  `create index room_nights_of_closure on room_nights (closure_id, night) where closure_id is not null`,
]

/** Adds the settings of housekeeping, and to closures their kind and who made them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
