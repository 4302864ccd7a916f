import { sql } from 'kysely'
import type { SegmentImage, SegmentTagsImage } from '#shared/domain/insight/segments/segment.ts'
import type { SegmentId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader, Writer } from '../../handles.ts'

export type Segment = { id: SegmentId; version: number; image: SegmentImage }

/** All segments in the order in which they were made, or the one with this id. */
export async function readSegments(db: Reader, id?: SegmentId): Promise<Segment[]> {
  let query = readWith(db).selectFrom('segments').selectAll().orderBy('id')
  if (id !== undefined) query = query.where('id', '=', id)
  return (await query.execute()).map((row) => ({
    id: row.id,
    version: row.version,
    image: {
      nameEn: row.name_en,
      nameZh: row.name_zh,
      rule: row.rule,
      tag: row.tag,
      createdAt: row.created_at,
      createdBy: row.created_by,
    },
  }))
}

/** A segment as an image with its version; null when there is none with this id. */
export async function loadSegment(db: Reader, id: number): Promise<Segment | null> {
  const [found] = await readSegments(db, id as SegmentId)
  return found ?? null
}

/** Writes a segment and raises its version; `before` null inserts it, `after` null deletes it. */
export async function saveSegment(
  tx: Writer,
  id: number,
  before: SegmentImage | null,
  after: SegmentImage | null,
): Promise<void> {
  const segmentId = id as SegmentId
  if (!after) {
    await writeWith(tx).deleteFrom('segments').where('id', '=', segmentId).execute()
    return
  }
  const columns = {
    name_en: after.nameEn,
    name_zh: after.nameZh,
    rule: after.rule,
    tag: after.tag,
    created_at: after.createdAt,
    created_by: after.createdBy,
  }
  if (before)
    await writeWith(tx)
      .updateTable('segments')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', segmentId)
      .execute()
  else
    await writeWith(tx)
      .insertInto('segments')
      .values({ id: segmentId, ...columns, version: 1 })
      .execute()
}

/** The guests who have the segment's tag by it; null when it has set none. */
export async function loadSegmentTags(
  db: Reader,
  id: number,
): Promise<{ image: SegmentTagsImage; version: number } | null> {
  const segmentId = id as SegmentId
  const row = await readWith(db)
    .selectFrom('segment_taggings')
    .select(['as_of', 'version'])
    .where('id', '=', segmentId)
    .executeTakeFirst()
  if (!row) return null
  const tagged = await readWith(db)
    .selectFrom('segment_tags')
    .select('guest_id')
    .where('segment_id', '=', segmentId)
    .orderBy('guest_id')
    .execute()
  const guests = Object.fromEntries(tagged.map(({ guest_id }) => [String(guest_id), true as const]))
  return { image: { asOf: row.as_of, guests }, version: row.version }
}

/** Writes who differs; `before` null begins a tagging, `after` null takes the tag from everybody. */
export async function saveSegmentTags(
  tx: Writer,
  id: number,
  before: SegmentTagsImage | null,
  after: SegmentTagsImage | null,
): Promise<void> {
  const segmentId = id as SegmentId
  if (!after) {
    await writeWith(tx).deleteFrom('segment_taggings').where('id', '=', segmentId).execute()
    return
  }
  if (before)
    await writeWith(tx)
      .updateTable('segment_taggings')
      .set((row) => ({ as_of: after.asOf, version: row('version', '+', 1) }))
      .where('id', '=', segmentId)
      .execute()
  else
    await writeWith(tx)
      .insertInto('segment_taggings')
      .values({ id: segmentId, as_of: after.asOf, version: 1 })
      .execute()
  const gone = onlyIn(before?.guests ?? {}, after.guests)
  const fresh = onlyIn(after.guests, before?.guests ?? {})
  await sql`delete from segment_tags where segment_id = ${id} and guest_id in ${idList(gone)}`.execute(
    writeWith(tx),
  )
  await sql`insert into segment_tags (segment_id, guest_id)
    select ${id}, value from ${sql`json_each(${JSON.stringify(fresh)})`}`.execute(writeWith(tx))
}

type Guests = SegmentTagsImage['guests']

function onlyIn(one: Guests, other: Guests): number[] {
  return Object.keys(one)
    .filter((id) => !Object.hasOwn(other, id))
    .map(Number)
}

/** The segment that has a tag, or one of these names in whatever case; null when they are free. */
export async function segmentCalled(
  tx: Writer,
  { nameEn, nameZh }: Pick<SegmentImage, 'nameEn' | 'nameZh'>,
  but: number,
): Promise<{ id: SegmentId; name: string } | null> {
  const rows = await writeWith(tx).selectFrom('segments').select(['id', 'name_en', 'name_zh']).execute()
  const wanted = new Set([nameEn, nameZh].filter((name) => name !== '').map(folded))
  for (const { id, name_en, name_zh } of rows) {
    const name = [name_en, name_zh].find((one) => wanted.has(folded(one)))
    if (id !== but && name !== undefined) return { id, name }
  }
  return null
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
}

/** The segment that sets a tag; null when none does. */
export async function segmentWithTag(tx: Reader, tag: string): Promise<Segment | null> {
  const row = await readWith(tx).selectFrom('segments').select('id').where('tag', '=', tag).executeTakeFirst()
  return row ? loadSegment(tx, row.id) : null
}

export async function countSegments(tx: Reader): Promise<number> {
  const row = await readWith(tx)
    .selectFrom('segments')
    .select((eb) => eb.fn.countAll<number>().as('size'))
    .executeTakeFirst()
  return row?.size ?? 0
}
