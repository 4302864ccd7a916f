import { type Kysely, sql } from 'kysely'

/** What the house sees to and keeps while its guests stay; what is open of a kind is listed at every look. */
const statements = [
  `create index requests_closed on requests (status_at, id) where status in ('done', 'declined')`,
  // What is due of whom is told from two indexes alone, whatever past stays have left open
  'drop index requests_open',
  `create index requests_open on requests (due_on, due_time, department, status) where status in ('open', 'acknowledged')`,
  `create index bookings_live on bookings (id) where status in ('enquiry', 'waitlisted', 'confirmed', 'in-house')`,
  // What was offered instead of a wish that was declined; whether one that was met was taken as a preference
  `alter table requests add column alternative text`,
  `alter table requests add column as_preference text check (as_preference in ('taken', 'declined'))`,
  `create table traces (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'done')), created_at text not null, created_by text not null,
    status_at text not null, status_by text not null, department text not null, due_on text not null,
    due_time text, text text not null, version integer not null
  ) strict`,
  `create index traces_open on traces (due_on, due_time, id) where status = 'open'`,
  `create index traces_closed on traces (status_at, id) where status <> 'open'`,
  `create index traces_of_booking on traces (booking_id) where booking_id is not null`,
  `create table guest_messages (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'given')), created_at text not null, created_by text not null,
    status_at text not null, status_by text not null, printed_at text, for_name text not null,
    from_name text not null, phone text not null, text text not null, version integer not null
  ) strict`,
  `create index guest_messages_open on guest_messages (id) where status = 'open'`,
  `create index guest_messages_closed on guest_messages (status_at, id) where status <> 'open'`,
  `create index guest_messages_of_booking on guest_messages (booking_id) where booking_id is not null`,
  `create table wake_calls (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'done', 'no-answer', 'cancelled')), created_at text not null,
    created_by text not null, status_at text not null, status_by text not null, call_on text not null,
    call_at text not null, tries integer not null, note text not null, version integer not null
  ) strict`,
  `create index wake_calls_open on wake_calls (call_on, call_at, id) where status = 'open'`,
  `create index wake_calls_closed on wake_calls (status_at, id) where status <> 'open'`,
  `create index wake_calls_of_booking on wake_calls (booking_id) where booking_id is not null`,
  `create table parcels (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'given', 'returned')), created_at text not null,
    created_by text not null, status_at text not null, status_by text not null, pieces integer not null,
    kept_in text not null, for_name text not null, from_name text not null, tracking_no text not null,
    note text not null, given_to text not null, version integer not null
  ) strict`,
  `create index parcels_open on parcels (id) where status = 'open'`,
  `create index parcels_closed on parcels (status_at, id) where status <> 'open'`,
  `create index parcels_of_booking on parcels (booking_id) where booking_id is not null`,
  `create table found_items (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'given', 'sent', 'police', 'discarded')),
    created_at text not null, created_by text not null, status_at text not null, status_by text not null,
    found_on text not null, room_id integer references rooms (id), follow_on text not null, found_at text not null,
    kept_in text not null, what text not null, finder text not null, note text not null, given_to text not null,
    proof text not null, version integer not null
  ) strict`,
  `create index found_items_open on found_items (follow_on, id) where status = 'open'`,
  `create index found_items_closed on found_items (status_at, id) where status <> 'open'`,
  `create index found_items_of_booking on found_items (booking_id) where booking_id is not null`,
  `create table key_logs (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'back')), created_at text not null, created_by text not null,
    status_at text not null, status_by text not null, keys integer not null, returned integer not null,
    to_name text not null, note text not null, version integer not null
  ) strict`,
  `create index key_logs_open on key_logs (id) where status = 'open'`,
  `create index key_logs_closed on key_logs (status_at, id) where status <> 'open'`,
  `create index key_logs_of_booking on key_logs (booking_id) where booking_id is not null`,
  `create table luggage (
    id integer primary key, booking_id integer references bookings (id),
    status text not null check (status in ('open', 'given')), created_at text not null, created_by text not null,
    status_at text not null, status_by text not null, tag_no integer not null, pieces integer not null,
    due_on text, due_time text, kept_in text not null, for_name text not null, note text not null,
    given_to text not null, version integer not null
  ) strict`,
  `create index luggage_open on luggage (tag_no) where status = 'open'`,
  `create index luggage_closed on luggage (status_at, id) where status <> 'open'`,
  `create index luggage_of_booking on luggage (booking_id) where booking_id is not null`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
