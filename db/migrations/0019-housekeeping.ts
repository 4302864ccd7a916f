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
  `create table attendants (
    id integer primary key, name text not null, language text not null, floors text not null, user_id integer references users (id),
    credits integer not null, active integer not null, version integer not null
  ) strict`,
  // What is done in a room on a day, by whom; a room has one
  `create table housekeeping_tasks (
    id integer primary key, on_date text not null, room_id integer not null references rooms (id), work text not null,
    linen integer not null, credits integer not null, attendant_id integer references attendants (id), position integer not null,
    outcome text, outcome_at text, outcome_by text, counts text not null, note text not null, version integer not null,
    unique (on_date, room_id)
  ) strict`,
  `create index housekeeping_tasks_of_attendant on housekeeping_tasks (attendant_id, on_date) where attendant_id is not null`,
  `create index housekeeping_tasks_of_room on housekeeping_tasks (room_id, on_date)`,
  `create table discrepancies (
    id integer primary key, room_id integer not null references rooms (id), on_date text not null, kind text not null,
    seen_persons integer not null, desk_persons integer not null, note text not null, noted_at text not null, noted_by text not null,
    settlement text, settled_at text, settled_by text, version integer not null
  ) strict`,
  `create index discrepancies_open on discrepancies (room_id) where settled_at is null`,
  // Kept by its content: the log names it and it is never changed
  `create table pictures (
    digest text primary key, kind text not null, content blob not null, made_at text not null
  ) strict, without rowid`,
  `create table tickets (
    id integer primary key, room_id integer references rooms (id), place text not null, category text not null, priority text not null,
    text text not null, picture text references pictures (digest), status text not null, opened_at text not null, opened_by text not null,
    status_at text not null, status_by text not null, resolution text not null, closure_id integer, version integer not null
  ) strict`,
  `create index tickets_open on tickets (room_id) where status <> 'done'`,
  // What takes nights is found by its closure when it is shortened
  `create index room_nights_of_closure on room_nights (closure_id, night) where closure_id is not null`,
]

/** Adds the settings of housekeeping, and to closures their kind and who made them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
