import { sql } from 'kysely'

/**
 * Not who is excluded from automated judgement since the newest computation. `guest` is the column with the guest's id: that of
 * the table a list is read from, because a test of the guest's own row lets SQLite build a filter of all guests first.
 */
export const isJudged = (guest: string) => sql<boolean>`not exists (
  select 1 from guest_judgements j where j.guest_id = ${sql.ref(guest)} and j.excluded = 1)`
