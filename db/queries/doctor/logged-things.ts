import { unlessDamaged } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { imageSql, imagesOf } from '../change/images.ts'
import { pastDamage } from '../change/past-damage.ts'
import { error, type Finding } from './finding.ts'
import type { Kind } from './image-kind.ts'

/**
 * A thing of the log: how many changes it has, the images and parts that they left, as JSON (null where the file can't be
 * read), and its image as its tables have it.
 */
export type Logged = readonly [id: number, changes: number, left: string | null, stored: string | null]

/**
 * Every thing of a kind that the log knows, in the order of ids. A thing is one row, however many changes it has: a row
 * costs more than the text in it. Where a page of the file can't be read, what is on it is answered without its images.
 */
export function* readThings(raw: RawDatabase, { entity, table, text }: Kind): Generator<Logged> {
  const { after, erased } = imageSql(raw)
  const things = (which: string) =>
    raw
      .prepare(
        `select id, changes, left, (select ${text} from ${table} t where t.id = logged.id) from (
           select entity_id as id, count(*) as changes,
             group_concat('{"was":' || (before is not null) || iif(erased, ',"erased":1', '') || ',"after":' || coalesce(after, 'null') || '}', ',') as left
           from (select entity_id, before, ${after} as after, ${erased} as erased from changes
             where entity = ? and entity_id ${which} ? order by entity_id, seq)
           group by entity_id
         ) logged`,
      )
      .raw()
  const rest = things('>')
  const one = things('=')
  yield* pastDamage<Logged>(raw, entity, {
    rest: (after) => rest.iterate(entity, after) as Iterable<Logged>,
    one: (id) => one.get(entity, id) as Logged | undefined,
    lost: (id) => [id, 1, null, null],
  })
}

const nothingApart = { personal_before: null, personal_after: null }

/** The changes of a thing that are no images any more; without one, the thing is on a page that can't be read. */
export function unreadableIn(raw: RawDatabase, named: { entity: string; id: number }): Finding[] {
  const { before, after } = imageSql(raw)
  const rows = unlessDamaged(() =>
    raw
      .prepare(
        `select seq, ${before} as before, ${after} as after from changes where entity = ? and entity_id = ? order by seq`,
      )
      .all(named.entity, named.id),
  ) as { seq: number; before: string | null; after: string | null }[] | null
  const found = rows?.filter((row) => imagesOf({ ...row, ...nothingApart }) === null) ?? []
  if (found.length === 0) return [error('IMAGE_UNREADABLE', named)]
  return found.map(({ seq }) => error('CHANGE_UNREADABLE', { from: seq, to: seq }))
}
