/** The guests of a saved segment as they were worked out last. */
export type InsightSegmentMembersTable = { segment_id: number; guest_id: number }

/** Which rule they were worked out by, and when. `rule`: as the store has it; another one there means that these are old. */
export type InsightSegmentSetsTable = {
  segment_id: number
  rule: string
  as_of: string
  moment: string
  count: number
}

export const segmentTables: readonly string[] = [
  `create table segment_sets (
    segment_id integer primary key, rule text not null, as_of text not null, moment text not null, count integer not null
  ) strict`,
  `create table segment_members (
    segment_id integer not null, guest_id integer not null, primary key (segment_id, guest_id)
  ) strict, without rowid`,
  `create index segment_members_by_guest on segment_members (guest_id, segment_id)`,
]
