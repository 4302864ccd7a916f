import { type Kysely, sql } from 'kysely'
import { stayButErasedApproved } from '../change-guards.ts'

const statements = [
  `create table roles (
    id integer primary key, code text not null unique, name text not null, rights text not null, version integer not null
  ) strict`,
  `create table shift_notes (
    id integer primary key, text text not null, created_at text not null, created_by text not null, ticked_at text,
    ticked_by text, version integer not null, check ((ticked_at is null) = (ticked_by is null))
  ) strict`,
  `create index shift_notes_open on shift_notes (id) where ticked_at is null`,
  `create index shift_notes_ticked on shift_notes (ticked_at, id) where ticked_at is not null`,
  // Rows from before have none, and their hashes stay
  'alter table changes add column approved_by text',
  'drop trigger changes_stay',
  stayButErasedApproved,
]

/**
 * Roles as sets of rights. Users keep the codes of theirs: clerk, manager and administrator are given roles. The log keeps
 * who approved an act, and a shift leaves notes for the next.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
