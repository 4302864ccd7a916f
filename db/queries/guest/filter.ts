import { type RawBuilder, sql } from 'kysely'
import type { GuestId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader } from '../../handles.ts'
import { inSegment, isInSegment } from '../insight/segment-sets.ts'
import { isTagged, taggedBy } from './tagged.ts'

/** What a list of guests is narrowed to; all of them must hold. */
export type GuestFilter = {
  tier?: string | undefined
  tag?: string | undefined
  nationality?: string | undefined
  /** Who was in the segment when it was worked out last. */
  segment?: number | undefined
  inHouse: boolean
  openRequests: boolean
}

/** A set of guests that an index answers by itself, and the test of one guest `g` for being in it. */
type Criterion = { ids: RawBuilder<GuestId>; holds: RawBuilder<boolean> }

/** Up to this many guests a set is read whole and sorted; a larger one is met often enough on the way through all. */
const smallSet = 5_000
/** Two criteria may have few guests in common though each has many: so many are looked through for them. */
const searchedSet = 20_000

function criteria(filter: GuestFilter): Criterion[] {
  const found: Criterion[] = []
  if (filter.inHouse) {
    const ids = sql<GuestId>`select guest_id from bookings where status = 'in-house'
      union select c.guest_id from bookings b cross join booking_companions c
      where b.status = 'in-house' and c.booking_id = b.id`
    found.push({ ids, holds: sql<boolean>`+g.id in (${ids})` })
  }
  if (filter.openRequests) {
    const ids = sql<GuestId>`select b.guest_id from requests r cross join bookings b
      where r.status in ('open', 'acknowledged') and b.id = r.booking_id and b.status not in ('cancelled', 'no-show')`
    // Wishes reach far into the future: their guests are many, so each guest is asked instead.
    found.push({
      ids,
      holds: sql<boolean>`exists (
        select 1 from bookings b where b.guest_id = g.id and b.open_requests > 0
          and b.status not in ('cancelled', 'no-show'))`,
    })
  }
  if (filter.tier !== undefined) {
    found.push({
      ids: sql<GuestId>`select guest_id from memberships where tier = ${filter.tier}`,
      holds: sql<boolean>`exists (select 1 from memberships where guest_id = g.id and tier = ${filter.tier})`,
    })
  }
  if (filter.tag !== undefined) {
    found.push({
      ids: taggedBy(filter.tag),
      holds: isTagged([filter.tag]),
    })
  }
  if (filter.segment !== undefined) {
    found.push({ ids: inSegment(filter.segment), holds: isInSegment(filter.segment) })
  }
  if (filter.nationality !== undefined) {
    found.push({
      ids: sql<GuestId>`select id as guest_id from guests where nationality = ${filter.nationality}`,
      holds: sql<boolean>`g.nationality = ${filter.nationality}`,
    })
  }
  return found
}

/** The SQL test that a guest `g` passes the filter; null when there is nothing to test. */
export function passes(filter: GuestFilter): RawBuilder<boolean> | null {
  const tests = criteria(filter).map(({ holds }) => holds)
  return tests.length === 0 ? null : sql<boolean>`${sql.join(tests, sql` and `)}`
}

export type Narrowed =
  /** Every guest that passes, unordered: few enough to hold. */
  | { few: GuestId[] }
  /** Too many to hold, with the most selective criterion; null without any. */
  | { many: { criteria: number; ids: RawBuilder<GuestId> | null } }

/** Reads the guests that pass when they are few; else says which criterion is the most selective. */
export async function narrowed(db: Reader, filter: GuestFilter): Promise<Narrowed> {
  const known = criteria(filter)
  const most = known.length > 1 ? searchedSet : smallSet
  let best: { ids: RawBuilder<GuestId>; size: number } | null = null
  for (const { ids } of known) {
    const { rows } = await sql<{ size: number }>`
      select count(*) as size from (select 1 from (${ids}) limit ${most + 1})`.execute(readWith(db))
    const size = rows[0]?.size ?? 0
    if (!best || size < best.size) best = { ids, size }
    if (size === 0) return { few: [] }
  }
  const many = { many: { criteria: known.length, ids: best?.ids ?? null } }
  if (!best || best.size > most) return many
  const { rows } = await sql<{ id: GuestId }>`
    select g.id from (select distinct guest_id from (${best.ids})) d
    cross join guests g where g.id = d.guest_id and ${passes(filter) ?? sql`true`}`.execute(readWith(db))
  return rows.length > smallSet ? many : { few: rows.map(({ id }) => id) }
}

/** Those of the given guests that pass, in the order given. */
export async function passing(db: Reader, ids: readonly GuestId[], filter: GuestFilter): Promise<GuestId[]> {
  const test = passes(filter)
  if (!test || ids.length === 0) return [...ids]
  const { rows } = await sql<{ id: GuestId }>`
    select g.id from guests g where g.id in ${idList(ids)} and ${test}`.execute(readWith(db))
  const kept = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => kept.has(id))
}

/** Tags and nationalities in use, each found by one step in its index; more than a list can show are left out. */
export async function readFilters(db: Reader): Promise<{ tags: string[]; nationalities: string[] }> {
  return {
    tags: await distinct(
      db,
      sql`select min(tag) from (select min(tag) as tag from guest_tags union all select min(tag) from segments)`,
      (last) => sql`select min(tag) from (select min(tag) as tag from guest_tags where tag > ${last}
        union all select min(tag) from segments where tag > ${last})`,
    ),
    nationalities: await distinct(
      db,
      sql`select min(nationality) from guests where nationality > ''`,
      (last) => sql`select min(nationality) from guests where nationality > ${last}`,
    ),
  }
}

const mostChoices = 400

async function distinct(
  db: Reader,
  first: RawBuilder<unknown>,
  next: (last: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    with recursive steps (value) as (
      select (${first}) union all select (${next(sql.ref('steps.value'))}) from steps where value is not null
    ) select value from steps where value is not null limit ${mostChoices}`.execute(readWith(db))
  return rows.map(({ value }) => value)
}
