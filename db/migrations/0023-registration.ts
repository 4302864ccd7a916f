import { type Kysely, sql } from 'kysely'

/**
 * What the authorities are told of guests: what the law asks and a profile has no field for (`registrants`, a row per guest),
 * the registrations themselves, sheets of minors, visitors, how lists are made, and what devices a desk has.
 */
const statements = [
  `create table registrants (
    id integer primary key references guests (id), ethnicity text not null, document_support text not null, visa_kind text not null,
    visa_number text not null, visa_until text, entry_on text, entry_port text not null, address text not null,
    postal_code text not null, city text not null, residence text not null, kinship text not null, confirmed_on text not null,
    version integer not null
  ) strict`,
  // data: what the law wants of the guest, as JSON; guest_version and registrant_version: what it was read at
  `create table registrations (
    id integer primary key, booking_id integer not null references bookings (id), guest_id integer not null references guests (id),
    event text not null, room_id integer references rooms (id), at text not null, business_date text not null, made_by text not null,
    state text not null, state_at text not null, state_by text not null, failure text not null,
    withdrawn integer not null check (withdrawn in (0, 1)), data text not null, guest_version integer not null,
    registrant_version integer not null, version integer not null
  ) strict`,
  `create index registrations_of_booking on registrations (booking_id, guest_id, id)`,
  `create index registrations_of_guest on registrations (guest_id, id)`,
  `create index registrations_by_date on registrations (business_date, id)`,
  // What is still to be done is few, and asked for all the time
  `create index registrations_open on registrations (state, at) where state <> 'sent'`,
  `create table minor_sheets (
    id integer primary key, booking_id integer not null references bookings (id), guest_id integer not null references guests (id),
    guardian_name text not null, guardian_phone text not null, guardian_relation text not null, identity_at text, identity_by text,
    contacted_at text, contacted_by text, relations text not null, version integer not null, unique (booking_id, guest_id)
  ) strict`,
  `create index minor_sheets_of_guest on minor_sheets (guest_id, id)`,
  `create table minor_entries (
    id integer primary key, sheet_id integer not null references minor_sheets (id) on delete cascade, kind text not null,
    text text not null, at text not null, by text not null
  ) strict`,
  `create index minor_entries_of_sheet on minor_entries (sheet_id, id)`,
  `create table visitors (
    id integer primary key, name text not null, document_kind text not null, document_number text not null,
    room_id integer not null references rooms (id), booking_id integer references bookings (id),
    guest_id integer references guests (id), purpose text not null, came_at text not null, left_at text,
    business_date text not null, noted_by text not null, version integer not null
  ) strict`,
  `create index visitors_by_date on visitors (business_date, id)`,
  `create index visitors_inside on visitors (id) where left_at is null`,
  `create index visitors_of_guest on visitors (guest_id) where guest_id is not null`,
  `create table registration_settings (
    id integer primary key check (id = 1), columns text not null, headings text not null,
    confirm_after_days integer not null, version integer not null
  ) strict`,
  // Named `adapter/device`; empty: none
  `create table desk_devices (
    id integer primary key, workstation text not null unique, reader text not null, encoder text not null, printer text not null,
    version integer not null
  ) strict`,
]

/** Adds the tables of registration, all empty. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
