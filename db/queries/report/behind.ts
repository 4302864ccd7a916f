import { sql } from 'kysely'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** How many changes of the log the report file does not have yet. */
export async function readBehind(db: Reader): Promise<number> {
  const { rows } = await sql<{ behind: number }>`
    select coalesce((select seq from change_head), 0) - (select seq from report.progress) as behind`.execute(
    readWith(db),
  )
  return rows[0]?.behind ?? 0
}
