import { type Kysely, sql } from 'kysely'

/** What a manager said unknown words of imported files mean; `key` is the word without case, spaces and marks. */
const statement = `create table import_words (
   id integer primary key, field text not null, word text not null, key text not null, means text not null,
   version integer not null, unique (field, key)
 ) strict`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
