import type { Flag } from './flag.ts'

/** One row. */
export type BackupSettingsTable = {
  id: number
  automatic: Flag
  /** JSON: full paths. */
  folders: string
  /** JSON: hours of the day, 0 to 23. */
  hours: string
  keep_days: number
  keep_weeks: number
  keep_months: number
  warn_after_hours: number
  version: number
}
