import { type Kysely, sql } from 'kysely'

/**
 * What a booking on a plan is unless the clerk says otherwise, and the kind of account that it must name. Plans from before
 * say nothing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of [
    'segment text',
    'channel text',
    'guarantee text',
    'account_kind text',
    'account_id integer references accounts (id)',
  ]) {
    await sql.raw(`alter table rate_plans add column ${column}`).execute(db)
  }
}
