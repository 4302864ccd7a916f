import type { RawDatabase } from './connection.ts'

/**
 * Removes what is left in the file of words that were deleted; not inside a transaction. `progress` counts steps.
 *
 * The search index marks a removed guest's tokens and drops them when it merges the segment they are in, which may be
 * years later: its own `secure-delete` needs the words that the index does not keep. Samples that the query planner took of
 * indexes may be names. The `-wal` has pages as they were before.
 */
export function tidyStore(raw: RawDatabase, progress: (done: number, total: number) => void): void {
  const steps = [
    () => raw.exec("insert into guest_search (guest_search) values ('optimize')"),
    () => {
      if (raw.prepare("select 1 from sqlite_master where name = 'sqlite_stat4'").get())
        raw.exec('delete from sqlite_stat4')
    },
    () => raw.pragma('wal_checkpoint(TRUNCATE)'),
  ]
  for (const [done, step] of steps.entries()) {
    progress(done, steps.length)
    step()
  }
  progress(steps.length, steps.length)
}

/**
 * Counts rows for the query planner, of tables that grew. The limit is no limit: with one, SQLite keeps no samples of
 * values, which would be names and numbers of guests.
 */
export function measureTables(raw: RawDatabase): void {
  raw.pragma('analysis_limit = 2000000000')
  raw.pragma('optimize = 0x10002')
  raw.pragma('analysis_limit = 0')
}
