import { sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList, indexedBy } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'
import { type GuestFilter, narrowed, passes } from './filter.ts'

/** Counting stops here: “1,000 or more” is all that a clerk needs to know. */
const mostCounted = 1_000

export type ListKey = { sortKey: string; id: number }
export type GuestPage = { ids: GuestId[]; next: ListKey | null; total: number; capped: boolean }
type Row = { id: GuestId; sort_key: string }

/** A page of all guests that pass the filter, by name. */
export async function readGuestList(
  db: Reader,
  filter: GuestFilter,
  after: ListKey | null,
  limit: number,
): Promise<GuestPage> {
  const found = await narrowed(db, filter)
  if ('few' in found) {
    const rows = await sorted(db, found.few, after, limit + 1)
    return page(rows, limit, { total: found.few.length })
  }
  const rows = await walked(db, filter, after, limit + 1)
  return page(rows, limit, { total: await counted(db, filter, found.many) })
}

/** Few guests: their names are read and sorted. */
async function sorted(
  db: Reader,
  ids: readonly GuestId[],
  after: ListKey | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select g.id, g.sort_key from guests g
    where g.id in ${idList(ids)} and ${beyond(after)}
    order by +g.sort_key, g.id limit ${limit}`.execute(readWith(db))
  return rows
}

/** Many guests: all names are walked in their order, or those of one nationality, and the others left out. */
async function walked(db: Reader, filter: GuestFilter, after: ListKey | null, limit: number): Promise<Row[]> {
  const index = filter.nationality === undefined ? 'guests_by_name' : 'guests_by_nationality'
  const { rows } = await sql<Row>`
    select g.id, g.sort_key from guests g ${indexedBy(index)}
    where ${passes(filter) ?? sql`true`} and ${beyond(after)}
    order by g.sort_key, g.id limit ${limit}`.execute(readWith(db))
  return rows
}

function beyond(after: ListKey | null) {
  return after ? sql`(g.sort_key, g.id) > (${after.sortKey}, ${after.id})` : sql`true`
}

/** Up to one more than is counted. One criterion is counted by its index alone. */
async function counted(
  db: Reader,
  filter: GuestFilter,
  { criteria, ids }: { criteria: number; ids: ReturnType<typeof sql<GuestId>> | null },
): Promise<number> {
  const source =
    ids === null
      ? sql`select 1 from guests`
      : criteria === 1
        ? ids
        : sql`select 1 from (${ids}) d cross join guests g where g.id = d.guest_id and ${passes(filter) ?? sql`true`}`
  const { rows } = await sql<{ size: number }>`
    select count(*) as size from (select 1 from (${source}) limit ${mostCounted + 1})`.execute(readWith(db))
  return rows[0]?.size ?? 0
}

function page(rows: Row[], limit: number, { total }: { total: number }): GuestPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    next: rows.length > limit && last ? { sortKey: last.sort_key, id: last.id } : null,
    total: Math.min(total, mostCounted),
    capped: total > mostCounted,
  }
}
