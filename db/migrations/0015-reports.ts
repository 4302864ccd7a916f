import { type Kysely, sql } from 'kysely'

/**
 * What people keep of reports: parameters as somebody used them last, favourites, pivots, budgets, figures of the hotels around,
 * schedules; who sees revenue; what agencies are paid. A budget's or a set's year is its id. `room_type_id` 0 and `segment` ''
 * mean all of them.
 */
const statements = [
  `create table report_settings (
    id integer primary key check (id = 1), clerks_see text not null, week_starts text not null, version integer not null
  ) strict`,
  `create table commissions (
    id integer primary key references accounts (id), basis_points integer not null check (basis_points between 0 and 10000),
    version integer not null
  ) strict`,
  // Everybody's own; its id is the user's
  `create table report_memories (
    id integer primary key references users (id), version integer not null
  ) strict`,
  `create table report_memory_entries (
    user_id integer not null references report_memories (id) on delete cascade, report text not null, parameters text not null,
    primary key (user_id, report)
  ) strict, without rowid`,
  `create table report_favourites (
    id integer primary key, user_id integer not null references users (id), name text not null, report text not null,
    parameters text not null, created_at text not null, version integer not null, unique (user_id, name)
  ) strict`,
  `create table explores (
    id integer primary key, name text not null unique, ask text not null, created_at text not null, created_by text not null,
    version integer not null
  ) strict`,
  `create table budgets (
    id integer primary key check (id between 1900 and 2199), level text not null, version integer not null
  ) strict`,
  `create table budget_cells (
    year integer not null references budgets (id) on delete cascade, month integer not null check (month between 1 and 12),
    room_type_id integer not null, segment text not null, nights integer not null check (nights >= 0),
    revenue_minor integer not null check (revenue_minor >= 0), primary key (year, month, room_type_id, segment)
  ) strict, without rowid`,
  `create table comp_sets (
    id integer primary key check (id between 1900 and 2199), hotels text not null, version integer not null
  ) strict`,
  // period: YYYY-MM or YYYY-MM-DD
  `create table comp_set_cells (
    year integer not null references comp_sets (id) on delete cascade, period text not null,
    rooms_available integer not null check (rooms_available >= 0), rooms_sold integer not null check (rooms_sold >= 0),
    revenue_minor integer not null check (revenue_minor >= 0), primary key (year, period)
  ) strict, without rowid`,
  `create table report_schedules (
    id integer primary key, name text not null unique, report text not null, parameters text not null, format text not null,
    language text not null, folder text not null, hours text not null, weekdays text not null, active integer not null,
    created_by text not null, version integer not null
  ) strict`,
  // How each went last: nobody's entry, and so not in the log
  `create table report_schedule_states (
    schedule_id integer primary key references report_schedules (id) on delete cascade, at text not null, file text, failure text
  ) strict`,
]

/** Adds the tables of reports, all empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
