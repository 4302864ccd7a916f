import { type RawBuilder, sql } from 'kysely'
import type { BusinessDate, GuestId, SegmentId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

/** The members of a segment as they were worked out last. */
export type MemberSet = { rule: string; asOf: BusinessDate; moment: string; count: number }

/** By segment; one that was never worked out is not among them. */
export async function readMemberSets(db: Reader): Promise<Map<SegmentId, MemberSet>> {
  const rows = await readWith(db)
    .selectFrom('insight.segment_sets')
    .select(['segment_id', 'rule', 'as_of', 'moment', 'count'])
    .execute()
  return new Map(
    rows.map(({ segment_id, as_of, ...set }) => [
      segment_id as SegmentId,
      { ...set, asOf: as_of as BusinessDate },
    ]),
  )
}

/** Those of one segment; null before it was worked out. */
export async function readMemberSet(db: Reader, id: SegmentId): Promise<MemberSet | null> {
  return (await readMemberSets(db)).get(id) ?? null
}

/** Its guests who are still on file, by number. */
export async function readSetMembers(db: Reader, id: SegmentId): Promise<GuestId[]> {
  const { rows } = await sql<{ id: GuestId }>`
    select m.guest_id as id from insight.segment_members m cross join guests g
    where m.segment_id = ${id} and g.id = m.guest_id order by m.guest_id`.execute(readWith(db))
  return rows.map((row) => row.id)
}

/** The guests of a segment, for queries over guests; the index answers both ways. */
export function inSegment(id: number): RawBuilder<GuestId> {
  return sql<GuestId>`select guest_id from insight.segment_members where segment_id = ${id}`
}

/** Whether guest `g` is in a segment. */
export function isInSegment(id: number): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from insight.segment_members where guest_id = g.id and segment_id = ${id})`
}

/** How many guests have a segment's tag by it, and as of when; by segment. */
export async function readTagCounts(
  db: Reader,
): Promise<Map<SegmentId, { count: number; asOf: BusinessDate }>> {
  const { rows } = await sql<{ id: SegmentId; asOf: BusinessDate; count: number }>`
    select t.id, t.as_of as asOf, (select count(*) from segment_tags where segment_id = t.id) as count
    from segment_taggings t`.execute(readWith(db))
  return new Map(rows.map(({ id, asOf, count }) => [id, { count, asOf }]))
}

type Choice = { id: SegmentId; nameEn: string; nameZh: string }

/** The segments whose guests were worked out, by name. */
export async function readSegmentChoices(db: Reader): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select s.id, s.name_en as nameEn, s.name_zh as nameZh from segments s
    where exists (select 1 from insight.segment_sets where segment_id = s.id) order by s.name_en, s.id`.execute(
    readWith(db),
  )
  return rows
}

/** The tags that segments have set on a guest, and which ones. */
export async function readSegmentTagsOf(
  db: Reader,
  guestId: GuestId,
): Promise<{ tag: string; segment: SegmentId; nameEn: string; nameZh: string }[]> {
  const { rows } = await tagsBySegment.run(db, { guestId })
  return rows
}

const tagsBySegment = preparedSql(
  (at: { guestId: GuestId }) => sql<{ tag: string; segment: SegmentId; nameEn: string; nameZh: string }>`
    select s.tag, s.id as segment, s.name_en as nameEn, s.name_zh as nameZh
    from segment_tags t cross join segments s where t.guest_id = ${at.guestId} and s.id = t.segment_id order by s.tag`,
)
