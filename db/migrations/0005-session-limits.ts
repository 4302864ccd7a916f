import { type Kysely, sql } from 'kysely'

/** How long a session may last is the hotel's to set: minutes without anybody at the desk, and hours in all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table settings add column idle_minutes integer not null default 15`.execute(db)
  await sql`alter table settings add column session_hours integer not null default 12`.execute(db)
}
