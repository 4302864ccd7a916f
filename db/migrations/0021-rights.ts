import { type Kysely, sql } from 'kysely'

const statements = [
  `create table roles (
    id integer primary key, code text not null unique, name text not null, rights text not null, version integer not null
  ) strict`,
]

/** Roles as sets of rights. Users keep the codes of theirs: clerk, manager and administrator are given roles. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
