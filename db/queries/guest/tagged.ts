import { type RawBuilder, sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'

/** The guests who have a tag, each once: by hand, or by the segment that sets it. */
export function taggedBy(tag: string): RawBuilder<GuestId> {
  return sql<GuestId>`select guest_id from guest_tags where tag = ${tag}
    union all select t.guest_id from segments s cross join segment_tags t
    where s.tag = ${tag} and t.segment_id = s.id
      and not exists (select 1 from guest_tags where guest_id = t.guest_id and tag = ${tag})`
}

/** Whether guest `g` has one of the tags, by hand or by a segment. */
export function isTagged(tags: readonly string[]): RawBuilder<boolean> {
  const list = sql.join(tags)
  return sql<boolean>`(exists (select 1 from guest_tags where guest_id = g.id and tag in (${list}))
    or exists (select 1 from segment_tags t cross join segments s
      where t.guest_id = g.id and s.id = t.segment_id and s.tag in (${list})))`
}
