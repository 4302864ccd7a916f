import type { WeekStart } from '#shared/domain/report/period.ts'
import type { ClerkView, ReportSettings } from '#shared/domain/report/settings.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** The one row of settings; null where a hotel has changed none. */
export async function loadReportSettings(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('report_settings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const image: ReportSettings = {
    clerksSee: row.clerks_see as ClerkView,
    weekStarts: row.week_starts as WeekStart,
  }
  return { image, version: row.version }
}

export async function saveReportSettings(
  tx: Writer,
  id: number,
  before: ReportSettings | null,
  after: ReportSettings | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('report_settings').where('id', '=', id).execute()
    return
  }
  const columns = { clerks_see: after.clerksSee, week_starts: after.weekStarts }
  if (before)
    await db
      .updateTable('report_settings')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('report_settings')
      .values({ id, ...columns, version: 1 })
      .execute()
}
