import type { Generated } from 'kysely'
import type { BusinessDate, GuestId, SegmentId } from '#shared/values/index.ts'

export type SegmentsTable = {
  id: Generated<SegmentId>
  name_en: string
  name_zh: string
  /** JSON, read by the domain only. */
  rule: string
  tag: string | null
  created_at: string
  created_by: string
  version: number
}

/** A segment that has set its tag, and of which day its members were. */
export type SegmentTaggingsTable = {
  id: SegmentId
  as_of: BusinessDate
  version: number
}

export type SegmentTagsTable = {
  segment_id: SegmentId
  guest_id: GuestId
}
