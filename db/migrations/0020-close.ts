import { type Kysely, sql } from 'kysely'

/**
 * Closes of business dates, and how a hotel closes its day. A date is closed once. Where it has got to (step, cursor, counts)
 * is nobody's entry; it is written with what was done, so that what a crash left goes on from there.
 */
const statements = [
  `create table closes (
    id integer primary key, business_date text not null unique, status text not null check (status in ('running', 'stopped', 'done')),
    started_by text not null, started_at text not null, finished_at text, troubles text not null,
    step text not null, cursor integer not null, counts text not null, files text, version integer not null,
    check ((status = 'done') = (finished_at is not null))
  ) strict`,
  // One at a time is running or stands still
  `create unique index closes_one_open on closes (iif(status = 'done', id, 0))`,
  `create table close_settings (
    id integer primary key check (id = 1), held_arrivals text not null, earliest text, folder text not null, format text not null,
    version integer not null
  ) strict`,
  // Who should have come, whatever the history behind them
  `create index bookings_awaited on bookings (arrival) where status in ('confirmed', 'enquiry', 'waitlisted')`,
]

/** Adds the tables of closing the day, both empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
