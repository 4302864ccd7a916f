import { type RawBuilder, sql } from 'kysely'
import type { Reader, Writer } from '../../handles.ts'
import { writeWith } from '../building.ts'
import { preparedSql } from './prepared.ts'

/** The greatest id that a table with `autoincrement` ever gave, also to a deleted row; 0 before the first. */
export async function maxIdEver(tx: Writer, table: string): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
    writeWith(tx),
  )
  return rows[0]?.seq ?? 0
}

/** A list of ids as one parameter, for `where id in ${idList(ids)}`: the statement stays the same for any number. */
export function idList(ids: readonly number[]): RawBuilder<number> {
  return listedIn(JSON.stringify(ids))
}

/** The same in a prepared query: `ids` is the hole that `JSON.stringify(ids)` goes into. */
export function listedIn(ids: string): RawBuilder<number> {
  return sql<number>`(select value from json_each(${ids}))`
}

/** The confirmation number that a booking had in the system it was imported from. */
export const sourceNumber = sql<string>`json_extract(source, '$.confirmationNo')`

/** A paper's number as `foldLabel` folds it, of the columns of papers alone: papers_by_folded_label is read by it. */
export const foldedLabel = sql<string>`replace(replace(replace(replace(upper(label), '-', ''), '/', ''), '.', ''), ' ', '')`

/** Names the index that a table is read by, where the store's own choice would be a slower one. */
export function indexedBy(index: string): RawBuilder<unknown> {
  return sql`indexed by ${sql.ref(index)}`
}

/**
 * Changes whenever another connection has committed: what was kept from reading is stale then.
 */
export async function storeVersion(db: Reader): Promise<number> {
  return (await version.first(db, {}))?.data_version ?? 0
}

const version = preparedSql<object, { data_version: number }>(() => sql`pragma data_version`)
