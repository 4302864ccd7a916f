import { type Kysely, sql } from 'kysely'

/** Names that managers give kinds of guests, with what each kind was like when it was named. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create table guest_kinds (
        id integer primary key, name text not null unique, means text not null, version integer not null
      ) strict`,
    )
    .execute(db)
}
