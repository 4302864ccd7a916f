import { type Kysely, sql } from 'kysely'

/**
 * Segments of guests, and the tags that they set. Who got a tag by a segment is kept apart from the tags that people set
 * (guest_tags). A guest there is no reference: one whom an import takes back leaves a number that nobody has again, and the
 * segment's next tagging drops it.
 */
const statements = [
  `create table segments (
    id integer primary key, name_en text not null, name_zh text not null, rule text not null, tag text,
    created_at text not null, created_by text not null, version integer not null
  ) strict`,
  `create unique index segments_by_tag on segments (tag) where tag is not null`,
  `create table segment_taggings (
    id integer primary key references segments (id), as_of text not null, version integer not null
  ) strict`,
  `create table segment_tags (
    segment_id integer not null references segment_taggings (id) on delete cascade, guest_id integer not null,
    primary key (segment_id, guest_id)
  ) strict, without rowid`,
  `create index segment_tags_by_guest on segment_tags (guest_id, segment_id)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
