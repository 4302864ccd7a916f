import { type Kysely, sql } from 'kysely'

/**
 * When the guest expects to come, until when the booking is held, and the deposit that was asked for. Bookings from before
 * say nothing of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of [
    'expected_time text',
    'hold_until text',
    'deposit_minor integer',
    'deposit_due_on text',
  ]) {
    await sql.raw(`alter table bookings add column ${column}`).execute(db)
  }
}
