import type { WeekStart } from '#shared/domain/report/period.ts'
import type { ClerkView, ReportSettings } from '#shared/domain/report/settings.ts'
import { imageStore } from '../image-store.ts'

/** The one row of settings. */
export const storedReportSettings = imageStore(
  'report_settings',
  (row): ReportSettings => ({
    clerksSee: row.clerks_see as ClerkView,
    weekStarts: row.week_starts as WeekStart,
  }),
  (image) => ({ clerks_see: image.clerksSee, week_starts: image.weekStarts }),
)
