import { sql } from 'kysely'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** What is kept of reports themselves: no figure comes from it. */
const aboutReports = ['report-memory', 'report-favourite', 'report-setting'] as const

/** How many changes the log has after a sequence that a report could show. */
export async function countChangesSince(db: Reader, seq: number): Promise<number> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select(sql<number>`count(*)`.as('count'))
    .where('seq', '>', seq)
    .where('entity', 'not in', aboutReports)
    .executeTakeFirstOrThrow()
  return row.count
}
