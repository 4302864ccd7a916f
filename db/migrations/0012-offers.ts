import { type Kysely, sql } from 'kysely'

/**
 * What became of each offer, and the thumbs of users on kinds of suggestions. An offer names its booking without holding it:
 * that something was offered stays true when the booking is taken back.
 */
const statements = [
  `create table offers (
     id integer primary key, guest_id integer not null references guests (id), booking_id integer, item text not null,
     basis text not null, rule text, outcome text not null, place text not null, noted_on text not null,
     noted_at text not null, noted_by text not null, version integer not null
   ) strict`,
  'create index offers_of_guest on offers (guest_id, noted_on)',
  'create index offers_of_rule on offers (rule, outcome) where rule is not null',
  `create table suggestion_votes (
     id integer primary key, voted_by text not null, kind text not null, vote text not null, voted_at text not null,
     version integer not null, unique (voted_by, kind)
   ) strict`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
