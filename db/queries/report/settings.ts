import { sql } from 'kysely'
import { weekStarts } from '#shared/domain/report/period.ts'
import { clerkViews, type ReportSettings } from '#shared/domain/report/settings.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** The settings of reports; a hotel that set none shows clerks no revenue and begins its weeks on Monday. */
export async function readReportSettings(db: Reader): Promise<ReportSettings> {
  const row = await readWith(db)
    .selectFrom('report_settings')
    .select(['clerks_see', 'week_starts'])
    .where('id', '=', 1)
    .executeTakeFirst()
  return {
    clerksSee: clerkViews.find((one) => one === row?.clerks_see) ?? 'without-revenue',
    weekStarts: weekStarts.find((one) => one === row?.week_starts) ?? 'monday',
  }
}

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
