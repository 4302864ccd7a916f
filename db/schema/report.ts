import type { Generated } from 'kysely'
import type { AccountId, Moment, UserId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type ReportSettingsTable = {
  id: number
  /** What clerks see of reports: `nothing`, `without-revenue` or `all`. */
  clerks_see: string
  /** `monday`, `sunday` or `saturday`. */
  week_starts: string
  version: number
}

/** What an agency is paid of the room revenue of stays that happened, in hundredths of a per cent. */
export type CommissionsTable = { id: AccountId; basis_points: number; version: number }

export type ReportMemoriesTable = { id: UserId; version: number }

export type ReportMemoryEntriesTable = {
  user_id: UserId
  report: string
  /** JSON of Parameters. */
  parameters: string
}

export type ReportFavouritesTable = {
  id: Generated<number>
  user_id: UserId
  name: string
  report: string
  parameters: string
  created_at: Moment
  version: number
}

export type ExploresTable = {
  id: Generated<number>
  name: string
  /** JSON, read by the domain only. */
  ask: string
  created_at: Moment
  created_by: string
  version: number
}

/** `id` is the year; `level`: `house`, `type`, `segment` or `both`. */
export type BudgetsTable = { id: number; level: string; version: number }

export type BudgetCellsTable = {
  year: number
  month: number
  /** 0: all types. */
  room_type_id: number
  /** '': all segments. */
  segment: string
  nights: number
  revenue_minor: number
}

/** `id` is the year. */
export type CompSetsTable = { id: number; hotels: string; version: number }

export type CompSetCellsTable = {
  year: number
  /** YYYY-MM or YYYY-MM-DD. */
  period: string
  rooms_available: number
  rooms_sold: number
  revenue_minor: number
}

export type ReportSchedulesTable = {
  id: Generated<number>
  name: string
  report: string
  parameters: string
  format: string
  language: string
  folder: string
  /** JSON: hours of the day on the hotel's clock, 0–23. */
  hours: string
  /** JSON: days of the week, 0 is Sunday; none means every day. */
  weekdays: string
  active: Flag
  created_by: string
  version: number
}

export type ReportScheduleStatesTable = {
  schedule_id: number
  at: Moment
  file: string | null
  /** JSON of a refusal. */
  failure: string | null
}
