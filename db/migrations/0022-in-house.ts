import { type Kysely, sql } from 'kysely'

/** What the house sees to while its guests stay. */
const statements = [
  `create table traces (
    id integer primary key, booking_id integer references bookings (id), department text not null, due_on text not null,
    due_time text, status text not null check (status in ('open', 'done')), created_at text not null, created_by text not null,
    status_at text not null, status_by text not null, text text not null, version integer not null
  ) strict`,
  `create index traces_open on traces (due_on, due_time, id) where status = 'open'`,
  `create index traces_of_booking on traces (booking_id) where booking_id is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
