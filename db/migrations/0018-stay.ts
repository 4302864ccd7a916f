import { type Kysely, sql } from 'kysely'

/**
 * Stays: when somebody came and went, in which room they are now, what was given and signed. One row for each booking that
 * came; who was in house before has none until something is done: their room is that of their night.
 */
const statements = [
  // room_id: where the guest is, while in house; accepted: JSON of the questions that the desk answered with yes
  `create table stays (
    booking_id integer primary key references bookings (id) on delete cascade, room_id integer references rooms (id),
    arrived_at text, checked_in_at text, checked_in_on text, checked_in_by text, checked_out_at text, checked_out_on text,
    checked_out_by text, do_not_disturb integer not null, incognito integer not null,
    accepted text not null, signature text, signed_at text,
    feedback_mark integer check (feedback_mark between 1 and 5), feedback_text text, feedback_at text, feedback_by text,
    version integer not null,
    check ((checked_in_at is null) = (checked_in_on is null)),
    check (checked_out_at is null or checked_in_at is not null)
  ) strict`,
  `create unique index stays_in_room on stays (room_id)
    where room_id is not null and checked_in_at is not null and checked_out_at is null`,
  `create index stays_waiting on stays (arrived_at) where arrived_at is not null and checked_in_at is null`,
  `create index stays_incognito on stays (booking_id) where incognito = 1`,
  `create index stays_in_on on stays (checked_in_on) where checked_in_on is not null`,
  `create index stays_out_on on stays (checked_out_on) where checked_out_on is not null`,
  // Who stays for a part of the stay only: [from_date, to_date)
  `create table stay_persons (
    booking_id integer not null references bookings (id) on delete cascade, guest_id integer not null references guests (id),
    from_date text not null, to_date text not null, primary key (booking_id, guest_id)
  ) strict, without rowid`,
  `create index stay_persons_of_guest on stay_persons (guest_id)`,
  `create table stay_settings (
    id integer primary key check (id = 1), terms text not null, version integer not null
  ) strict`,
  // A booking of no night holds its room from time to time on its day; to_time is not held
  `create table day_uses (
    booking_id integer primary key references bookings (id) on delete cascade, room_id integer references rooms (id),
    from_time text not null, to_time text not null, price_minor integer not null, overtime_minor integer not null,
    version integer not null, check (from_time < to_time)
  ) strict`,
  `create index day_uses_of_room on day_uses (room_id) where room_id is not null`,
  // No room is held twice at a time, even with wrong code above
  ...(['insert', 'update'] as const).map(
    (act) => `create trigger day_uses_${act} after ${act} on day_uses
      when exists (${overlapOf('new.booking_id')}) begin select raise(abort, 'a day use overlaps another'); end`,
  ),
  `create trigger day_uses_booked after update of status, arrival, departure on bookings
    when exists (${overlapOf('new.id')}) begin select raise(abort, 'a day use overlaps another'); end`,
]

/** Another day use that has the room of this booking's at a time of it, both of bookings that hold one. */
function overlapOf(id: string): string {
  const live = (b: string) => `${b}.status in ('confirmed', 'in-house') and ${b}.arrival = ${b}.departure`
  return `select 1 from day_uses d join bookings b on b.id = d.booking_id
    join day_uses o on o.room_id = d.room_id and o.booking_id <> d.booking_id
    join bookings p on p.id = o.booking_id
    where d.booking_id = ${id} and ${live('b')} and ${live('p')} and p.arrival = b.arrival
      and o.from_time < d.to_time and d.from_time < o.to_time`
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
