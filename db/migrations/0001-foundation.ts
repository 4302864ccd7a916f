import { type Kysely, sql } from 'kysely'

/**
 * The first schema. `autoincrement` where a row that undo took away may come back under its own id: no other row
 * may have got it meanwhile. Ids are the store's row numbers; dates are business dates (YYYY-MM-DD); moments are ISO UTC;
 * money is whole minor units; flags are 0 or 1; structured settings are JSON text read by the domain only.
 */
const statements = [
  // --- access and settings
  `create table settings (
    id integer primary key check (id = 1),
    hotel_name text not null, language text not null, currency text not null, time_zone text not null, country text not null,
    address text not null default '', phone text not null default '', email text not null default '',
    business_date text not null, origin text not null default 'empty', version integer not null
  ) strict`,
  `create table users (
    id integer primary key, login text not null unique, name text not null, role text not null, language text not null,
    password_hash text not null, active integer not null, failed_attempts integer not null default 0, wait_until text,
    last_sign_in text, created_at text not null, version integer not null
  ) strict`,

  // --- inventory
  `create table room_types (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, max_persons integer not null,
    overbooking integer not null, base_rate_minor integer not null, position integer not null, active integer not null, version integer not null
  ) strict`,
  `create table rooms (
    id integer primary key, number text not null unique, room_type_id integer not null references room_types (id), floor integer not null,
    features text not null, housekeeping text not null, out_of_service integer not null, active integer not null, version integer not null
  ) strict`,
  `create index rooms_by_type on rooms (room_type_id)`,
  `create table rate_plans (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, meal text not null, kind text not null,
    qualifies integer not null, active integer not null, version integer not null
  ) strict`,
  `create table rate_prices (
    rate_plan_id integer not null references rate_plans (id) on delete cascade, room_type_id integer not null references room_types (id),
    amount_minor integer not null, primary key (rate_plan_id, room_type_id)
  ) strict, without rowid`,
  `create table accounts (
    id integer primary key, kind text not null, code text not null, name text not null, active integer not null, version integer not null,
    unique (kind, code)
  ) strict`,

  // --- guests
  `create table guests (
    id integer primary key, native_name text not null, family_name text not null, given_name text not null,
    sort_key text not null, salutation text not null, gender text not null, birth_date text, nationality text not null,
    language text not null, unnamed integer not null, created_at text not null, version integer not null
  ) strict`,
  `create index guests_by_name on guests (sort_key, id)`,
  `create index guests_by_nationality on guests (nationality, sort_key, id)`,
  `create table guest_contacts (
    id integer primary key autoincrement, guest_id integer not null references guests (id) on delete cascade, kind text not null, value text not null,
    is_primary integer not null, agency_masked integer not null
  ) strict`,
  // What lists show of a guest is in the indexes: fifty rows of a list are fifty guests on pages far apart.
  `create index guest_contacts_by_guest on guest_contacts (guest_id, kind, value, is_primary)`,
  `create table guest_documents (
    id integer primary key autoincrement, guest_id integer not null references guests (id) on delete cascade, kind text not null, number text not null,
    country text not null, expires_on text
  ) strict`,
  `create index guest_documents_by_guest on guest_documents (guest_id, number)`,
  `create unique index guest_documents_by_number on guest_documents (kind, country, number)`,
  `create table guest_preferences (
    id integer primary key autoincrement, guest_id integer not null references guests (id) on delete cascade, category text not null, value text not null,
    source text not null, noted_on text not null
  ) strict`,
  `create index guest_preferences_by_guest on guest_preferences (guest_id)`,
  `create table guest_tags (
    guest_id integer not null references guests (id) on delete cascade, tag text not null, primary key (guest_id, tag)
  ) strict, without rowid`,
  `create index guest_tags_by_tag on guest_tags (tag, guest_id)`,
  `create table guest_notes (
    id integer primary key autoincrement, guest_id integer not null references guests (id) on delete cascade, text text not null, at text not null, by text not null
  ) strict`,
  `create index guest_notes_by_guest on guest_notes (guest_id)`,
  `create table guest_alerts (
    id integer primary key autoincrement, guest_id integer not null references guests (id) on delete cascade, area text not null, text text not null, blocks text not null
  ) strict`,
  `create index guest_alerts_by_guest on guest_alerts (guest_id)`,
  `create table guest_consents (
    guest_id integer not null references guests (id) on delete cascade, channel text not null, granted integer not null, at text not null,
    wording text not null, by text not null, primary key (guest_id, channel)
  ) strict, without rowid`,
  // Rowid = guest id. Without content of its own; deletable, so that an erased guest leaves no token behind.
  `create virtual table guest_search using fts5 (
    tokens, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6', detail = 'none'
  )`,

  // --- loyalty
  `create table programmes (
    id integer primary key, code text not null unique, name_en text not null, name_zh text not null, parameters text not null,
    active integer not null, version integer not null
  ) strict`,
  `create table memberships (
    id integer primary key, guest_id integer not null references guests (id), programme_id integer not null references programmes (id),
    number text not null unique, tier text not null, tier_since text not null, overridden integer not null, joined_on text not null,
    version integer not null, unique (guest_id, programme_id)
  ) strict`,
  `create index memberships_by_guest on memberships (guest_id, number, tier)`,
  `create index memberships_by_tier on memberships (tier, guest_id)`,
  `create table membership_tiers (
    membership_id integer not null references memberships (id) on delete cascade, position integer not null, tier text not null, since text not null,
    reason text not null, by text not null, primary key (membership_id, position)
  ) strict, without rowid`,

  // --- imports
  `create table import_batches (
    id integer primary key, file_name text not null, sha256 text not null, profile text not null, filter text not null, at text not null,
    by text not null, summary text not null, unique (sha256, filter)
  ) strict`,
  `create table import_findings (
    batch_id integer not null references import_batches (id) on delete cascade, position integer not null, line integer not null, kind text not null,
    reason text not null, field text not null, value text not null, row text not null, primary key (batch_id, position)
  ) strict, without rowid`,
  `create table import_mappings (
    id integer primary key, name text not null unique, mapping text not null
  ) strict`,

  // --- bookings
  `create table bookings (
    id integer primary key, confirmation_no text not null unique, status text not null, arrival text not null, departure text not null,
    guest_id integer not null references guests (id), booker_id integer references guests (id),
    agency_id integer references accounts (id), company_id integer references accounts (id),
    room_type_id integer not null references room_types (id), charged_room_type_id integer not null references room_types (id),
    rate_plan_id integer references rate_plans (id), adults integer not null, children integer not null, infants integer not null,
    meal text not null, segment text not null, channel text not null, guarantee text not null, comment text not null,
    created_on text not null, cancelled_on text, cancel_reason text, source text,
    import_batch_id integer references import_batches (id), total_minor integer not null default 0, last_room_id integer,
    open_requests integer not null default 0, version integer not null,
    check (arrival <= departure)
  ) strict`,
  // total_minor: what its room-nights cost together; last_room_id: the room of the last of them; open_requests: how many are
  // not done. Written with nights and requests and compared with them by doctor, so that a guest's story need not look for
  // the nights of years, each on a page of its own.
  // What a profile shows of a booking and reckons with rides along: a guest's bookings lie all over the file, their index
  // entries together.
  `create index bookings_by_guest on bookings (guest_id, arrival, departure, status, created_on, rate_plan_id, segment, channel,
    guarantee, company_id, total_minor, confirmation_no, room_type_id, last_room_id, adults, children, infants, cancelled_on, open_requests,
    version)`,
  `create index bookings_by_booker on bookings (booker_id, arrival, departure, status, created_on, rate_plan_id, segment,
    total_minor, guest_id) where booker_id is not null`,
  `create index bookings_by_arrival on bookings (arrival, status)`,
  `create index bookings_in_house on bookings (departure, guest_id) where status = 'in-house'`,
  `create index bookings_in_house_of on bookings (guest_id) where status = 'in-house'`,
  `create index bookings_by_created on bookings (created_on)`,
  // The number that a booking had in the system it was imported from.
  `create index bookings_by_source_number on bookings (json_extract(source, '$.confirmationNo'))
    where json_extract(source, '$.confirmationNo') is not null`,
  `create index bookings_by_batch on bookings (import_batch_id) where import_batch_id is not null`,
  `create table booking_companions (
    booking_id integer not null references bookings (id) on delete cascade, guest_id integer not null references guests (id),
    primary key (booking_id, guest_id)
  ) strict, without rowid`,
  `create index booking_companions_by_guest on booking_companions (guest_id)`,
  // Out-of-order blocks take room-nights too: their booking is null and their closure says why.
  `create table closures (
    id integer primary key, room_id integer not null references rooms (id), from_night text not null, to_night text not null, reason text not null,
    check (from_night < to_night)
  ) strict`,
  // The room-night is the atom. live = 1 while it takes inventory (confirmed, in-house, checked-out, out of order).
  `create table room_nights (
    id integer primary key, booking_id integer references bookings (id) on delete cascade, closure_id integer references closures (id) on delete cascade,
    night text not null, room_type_id integer not null references room_types (id), room_id integer references rooms (id),
    rate_minor integer not null, live integer not null check (live in (0, 1)),
    check ((booking_id is null) <> (closure_id is null)), check (closure_id is null or room_id is not null)
  ) strict`,
  `create unique index room_nights_of_booking on room_nights (booking_id, night) where booking_id is not null`,
  // No double booking, even with wrong code above.
  `create unique index room_nights_one_live on room_nights (room_id, night) where live = 1 and room_id is not null`,
  `create index room_nights_sold on room_nights (night, room_type_id, room_id, booking_id) where live = 1`,
  // Kept by booking: a booking is looked at for its requests, and a guest's profile looks at fifty.
  `create table requests (
    id integer not null, booking_id integer not null references bookings (id) on delete cascade, kind text not null, text text not null,
    department text not null, due_on text not null, due_time text, status text not null, reason text, from_preference integer not null,
    created_at text not null, created_by text not null, status_at text not null, status_by text not null, version integer not null,
    primary key (booking_id, id)
  ) strict, without rowid`,
  `create unique index requests_by_id on requests (id)`,
  `create index requests_open_of on requests (booking_id) where status in ('open', 'acknowledged')`,
  `create index requests_open on requests (due_on, department, booking_id) where status in ('open', 'acknowledged')`,

  // --- the change log: append-only, for ever
  `create table changes (
    seq integer primary key, command integer not null, moment text not null, business_date text not null, actor text not null,
    workstation text not null, operation text not null, entity text not null, entity_id integer not null, booking_id integer,
    before text, after text, reason text, request_id text, undoes integer, hash text not null
  ) strict`,
  `create index changes_of_entity on changes (entity, entity_id, seq)`,
  `create index changes_by_entity on changes (entity, seq)`,
  `create index changes_of_booking on changes (booking_id, seq) where booking_id is not null`,
  `create index changes_by_date on changes (business_date, seq)`,
  `create index changes_by_actor on changes (actor, seq)`,
  `create index changes_by_operation on changes (operation, seq)`,
  `create index changes_undoing on changes (undoes) where undoes is not null`,
  `create trigger changes_keep before delete on changes begin select raise(abort, 'the change log is append-only'); end`,
  `create trigger changes_stay before update on changes begin select raise(abort, 'the change log is append-only'); end`,
  // The newest row, so that a log cut short at its end is found out.
  `create table change_head (
    id integer primary key check (id = 1), seq integer not null, hash text not null
  ) strict`,
  // A retry or a double click with the same request id gets the answer of the first.
  `create table receipts (
    request_id text primary key, asked text not null, change integer not null, output text not null
  ) strict, without rowid`,
]

/** Creates every table of the first store. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
