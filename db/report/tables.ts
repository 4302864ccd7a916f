import { nightTables } from './nights.ts'
import { createVersionTable, versionedKinds } from './versions.ts'

/**
 * Every version of a thing has the change that began it and the one that ended it: as of a change `seq` are those with
 * `from_seq <= seq and to_seq > seq`. What is so now has no end: see `forever`. What was there before the log began is from 0 on.
 */
export const reportTables: readonly string[] = [
  // Everything up to change `seq` is in the tables. While a file is filled from nothing, up to `target`, it is at step `step`
  // and there at what comes after `after`
  `create table progress (
    id integer primary key check (id = 1), seq integer not null, target integer not null, step integer not null, after text not null
  ) strict`,
  "insert into progress (id, seq, target, step, after) values (1, 0, 0, 0, '')",
  // Changes whose moments follow each other; one that is earlier than the change before it begins another run
  `create table clock_runs (
    first_seq integer primary key, last_seq integer not null, first_moment text not null, last_moment text not null
  ) strict`,
  // Things of which a change can't be read: from there on they are taken as they are now
  `create table unreadable (
    entity text not null, entity_id integer not null, seq integer not null, primary key (entity, entity_id)
  ) strict, without rowid`,

  ...versionedKinds.flatMap(({ tables }) => tables.map(createVersionTable)),
  'create index booking_versions_by_arrival on booking_versions (arrival, booking_id, from_seq, to_seq)',
  'create index booking_versions_by_created on booking_versions (created_on, booking_id, from_seq, to_seq)',
  "create index booking_versions_stays on booking_versions (guest_id, arrival, departure, from_seq, to_seq) where status = 'checked-out'",
  'create index membership_versions_by_guest on membership_versions (guest_id, from_seq, to_seq)',
  'create index request_versions_by_booking on request_versions (booking_id, from_seq, to_seq)',
  ...nightTables,
]
