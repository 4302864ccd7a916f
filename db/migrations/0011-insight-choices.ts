import { type Kysely, sql } from 'kysely'

/**
 * What people decide about the analysis of guests: its settings (a section each, JSON), what is done for each class of
 * guests, and what they decided about the classes of one guest. A row is there only where somebody changed something.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table insight_settings (
    id integer primary key, section text not null unique, parameters text not null, version integer not null
  ) strict`.execute(db)
  await sql`create table playbooks (
    id integer primary key, class_kind text not null, class text not null, action text not null, department text not null,
    cost_minor integer, version integer not null, unique (class_kind, class)
  ) strict`.execute(db)
  await sql`create table guest_judgements (
    id integer primary key, guest_id integer not null unique references guests (id), excluded integer not null,
    value text not null, need text not null, lifecycle text not null, behaviour text not null, relation text not null,
    reason text not null, version integer not null
  ) strict`.execute(db)
}
