import type { Generated } from 'kysely'
import type { GuestId, InsightSettingId, JudgementId, PlaybookId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

/** A row for each section that somebody changed. */
export type InsightSettingsTable = {
  id: Generated<InsightSettingId>
  section: string
  /** JSON. */
  parameters: string
  version: number
}

export type PlaybooksTable = {
  id: Generated<PlaybookId>
  class_kind: string
  class: string
  action: string
  department: string
  cost_minor: number | null
  version: number
}

/** Classes set by hand; an empty text leaves the computed one. */
export type GuestJudgementsTable = {
  id: Generated<JudgementId>
  guest_id: GuestId
  excluded: Flag
  value: string
  need: string
  lifecycle: string
  behaviour: string
  relation: string
  reason: string
  version: number
}
