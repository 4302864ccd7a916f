import type { BusinessDate, CloseId } from '#shared/values/index.ts'

export type ClosesTable = {
  id: CloseId
  business_date: BusinessDate
  /** `running`, `stopped` or `done`. */
  status: string
  started_by: string
  started_at: string
  finished_at: string | null
  /** JSON of CloseTrouble[]. */
  troubles: string
  /** Where it has got to: a CloseStep, and the last thing of it that was done. */
  step: string
  cursor: number
  /** JSON of CloseCounts. */
  counts: string
  /** JSON of MorningFiles; null: not written yet. */
  files: string | null
  version: number
}

export type CloseSettingsTable = {
  id: number
  held_arrivals: string
  earliest: string | null
  folder: string
  format: string
  version: number
}
