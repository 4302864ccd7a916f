import { type Kysely, sql } from 'kysely'
import { stayButErasedApproved } from '../change-guards.ts'

const statements = [
  `create table roles (
    id integer primary key, code text not null unique, name text not null, rights text not null, version integer not null
  ) strict`,
  // Rows from before have none, and their hashes stay
  'alter table changes add column approved_by text',
  'drop trigger changes_stay',
  stayButErasedApproved,
]

/**
 * Roles as sets of rights. Users keep the codes of theirs: clerk, manager and administrator are given roles. The log keeps
 * who approved an act.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
