import { type Kysely, sql } from 'kysely'

/**
 * When copies are made by the program itself, where they go and how long they are kept; one row, which is there from
 * the beginning. Folders and hours are JSON texts. No copy is made by itself before somebody says where to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table backup_settings (
    id integer primary key check (id = 1), automatic integer not null, folders text not null, hours text not null,
    keep_days integer not null, keep_weeks integer not null, keep_months integer not null, warn_after_hours integer not null,
    version integer not null
  ) strict`.execute(db)
  await sql`insert into backup_settings values (1, 0, '[]', '[3]', 7, 5, 12, 48, 1)`.execute(db)
}
