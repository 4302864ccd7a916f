import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'
import type { InsightSegmentSetsTable } from '../../insight/segments.ts'

/** Puts the members of a segment in the place of those that it had. */
export function saveMemberSet(
  insight: InsightFile,
  set: Omit<InsightSegmentSetsTable, 'count'>,
  members: Int32Array,
): void {
  const raw = rawOf(insight)
  dropMemberSet(insight, set.segment_id)
  raw
    .prepare('insert into segment_sets (segment_id, rule, as_of, moment, count) values (?, ?, ?, ?, ?)')
    .run(set.segment_id, set.rule, set.as_of, set.moment, members.length)
  const insert = raw.prepare('insert into segment_members (segment_id, guest_id) values (?, ?)')
  for (const guest of members) insert.run(set.segment_id, guest)
}

/** A segment that is gone, or whose rule names what is gone, has no members. */
export function dropMemberSet(insight: InsightFile, id: number): void {
  const raw = rawOf(insight)
  raw.prepare('delete from segment_members where segment_id = ?').run(id)
  raw.prepare('delete from segment_sets where segment_id = ?').run(id)
}

/** The segments that have members there. */
export function memberSetIds(insight: InsightFile): number[] {
  return rawOf(insight).prepare('select segment_id from segment_sets').pluck().all() as number[]
}
