import { type RawBuilder, sql } from 'kysely'
import type { FolioKind, FolioStatus } from '#shared/domain/folio/folio.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type FolioHead, headColumns, headTables } from './view.ts'

export type FolioFilter = {
  kind: FolioKind | undefined
  status: FolioStatus | undefined
  show: 'all' | 'owing' | 'in-credit' | 'skipped'
  text: string
  after: number | null
  limit: number
}

const balance = sql.raw('(select sum(balance_minor) from folio_balances where folio_id = f.id)')

function conditions(filter: FolioFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (filter.kind) all.push(sql`f.kind = ${filter.kind}`)
  if (filter.status) all.push(sql`f.status = ${filter.status}`)
  if (filter.show === 'owing') all.push(sql`${balance} > 0`)
  if (filter.show === 'in-credit') all.push(sql`${balance} < 0`)
  if (filter.show === 'skipped') all.push(sql`f.skipped_on is not null`)
  if (filter.text) {
    const like = `%${filter.text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(lower(f.name) like ${like} escape '\\' or lower(f.code) like ${like} escape '\\'
      or g.native_name like ${like} escape '\\' or lower(g.given_name || ' ' || g.family_name) like ${like} escape '\\'
      or lower(g.family_name || ' ' || g.given_name) like ${like} escape '\\' or b.confirmation_no like ${like} escape '\\'
      or r.number like ${like} escape '\\')`)
  }
  return sql.join(all, sql` and `)
}

/** A page of folios, the newest first. */
export async function readFolioPage(db: Reader, filter: FolioFilter): Promise<FolioHead[]> {
  const after = filter.after === null ? sql`1 = 1` : sql`f.id < ${filter.after}`
  const query = preparedSql(
    () => sql<FolioHead>`
      select ${headColumns} from ${headTables} where ${conditions(filter)} and ${after} order by f.id desc limit ${filter.limit}`,
  )
  return query.all(db, {})
}

/** What the folios of a filter owe together, and how many they are. */
export async function readFolioTotal(
  db: Reader,
  filter: FolioFilter,
): Promise<{ total: number; count: number }> {
  const query = preparedSql(
    () => sql<{ total: number; count: number }>`
      select coalesce(sum(${balance}), 0) as total, count(*) as count from ${headTables} where ${conditions(filter)}`,
  )
  return (await query.first(db, {})) ?? { total: 0, count: 0 }
}
