import { sql } from 'kysely'
import type { ParsedSearch } from '#shared/domain/search/query.ts'
import { similarNames } from '#shared/domain/search/similar.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { readMatchingGuests } from '../../dialect/sqlite/guest-search.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type GuestFilter, passing } from '../guest/filter.ts'
import { readNearByKey } from './near-guests.ts'

/** More are no help: then the name is typed again. */
const mostSimilar = 12
/** So many of one name: whoever is meant is found by the name as it is spelled. */
const mostOfAName = 12
/** Where so many are found, what is less likely isn't looked for. */
const enough = 6
const below = Number.MAX_SAFE_INTEGER

type Search = { typed: ParsedSearch; filter: GuestFilter; businessDate: BusinessDate }

/**
 * Guests whose name is similar to what was typed, the likeliest first; of one name those who are in the house or about
 * to come, then the newest. None of `exact`, who are found already.
 */
export async function readSimilar(
  db: Reader,
  { typed, filter, businessDate }: Search,
  exact: readonly GuestId[],
  limit: number,
): Promise<GuestId[]> {
  const wanted = Math.min(limit, mostSimilar)
  const known = new Set(exact)
  const found = new Set<GuestId>()
  for (const look of similarNames(typed, exact.length === 0)) {
    const ids =
      'keys' in look
        ? await readCalled(db, look.keys, businessDate)
        : await readMatchingGuests(db, { match: look.begins, below, limit: wanted + exact.length }, null)
    const others = ids.filter((id) => !known.has(id) && !found.has(id))
    for (const id of await passing(db, others, filter)) found.add(id)
    if (found.size + exact.length >= enough) break
  }
  return [...found].slice(0, wanted)
}

/** Guests with one of these sort keys, with or without a name in another script after it; in the order of the keys. */
async function readCalled(
  db: Reader,
  keys: readonly string[],
  businessDate: BusinessDate,
): Promise<GuestId[]> {
  const near = await readNearByKey(db, businessDate)
  const rows = await calledOneOf.all(db, { keys: JSON.stringify(keys) })
  const called = new Map(rows.map(({ at, ids }) => [at, JSON.parse(ids) as GuestId[]]))
  return keys.flatMap((key, at) => [
    ...(near.get(key) ?? []),
    ...(called.get(at) ?? []).sort((a, b) => b - a),
  ])
}

const calledOneOf = preparedSql(
  (at: { keys: string }) => sql<{ at: number; ids: string }>`
    select at, ids from (
      select k.key as at, (
        select json_group_array(id) from (
          select id from (select id from guests where sort_key = k.value order by id desc limit ${sql.lit(mostOfAName)})
          union all
          select id from (
            select id from guests where sort_key > k.value || ' ~' and sort_key < k.value || '!' limit ${sql.lit(mostOfAName)}
          )
        )
      ) as ids from json_each(${at.keys}) k
    ) where ids <> '[]'`,
)
