import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { FapiaoStatus } from '#shared/domain/folio/fapiao.ts'
import type { FapiaoId, FolioId, FolioLineId } from '#shared/values/index.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import type { FapiaoTable } from '../../schema/folio.ts'

const asked = prepared((db) =>
  db.selectFrom('fapiao').selectAll().where('status', '=', 'asked').orderBy('id'),
)
/** All requests that are asked for and not exported, the oldest first. */
export async function readAskedFapiao(db: Reader) {
  return asked.all(db, {})
}

const lineIds = prepared((db, at: { id: FapiaoId }) =>
  db.selectFrom('fapiao_lines').select('line_id').where('fapiao_id', '=', at.id).orderBy('line_id'),
)
/** The lines that a request is for. */
export async function readFapiaoLineIds(db: Reader, id: FapiaoId): Promise<FolioLineId[]> {
  return (await lineIds.all(db, { id })).map((row) => row.line_id)
}

const byNumber = preparedSql(
  (at: { number: string }) => sql<{ id: FapiaoId }>`
    select id from fapiao where number = ${at.number} or red_number = ${at.number} limit 1`,
)
/** The request that has a number of the tax platform. */
export async function readFapiaoByNumber(db: Reader, number: string) {
  return byNumber.first(db, { number })
}

export type FapiaoFilter = {
  status: FapiaoStatus | undefined
  folioId: FolioId | undefined
  text: string
  after: number | null
  limit: number
}

function conditions({ status, folioId, text, after }: FapiaoFilter): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (status) all.push(sql`status = ${status}`)
  if (folioId !== undefined) all.push(sql`folio_id = ${folioId}`)
  if (after !== null) all.push(sql`id < ${after}`)
  if (text !== '') {
    const like = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    all.push(sql`(lower(title) like ${like} escape '\\' or number like ${like} escape '\\'
      or red_number like ${like} escape '\\' or lower(tax_no) like ${like} escape '\\')`)
  }
  return sql.join(all, sql` and `)
}

/** A page of requests, the newest first. */
export async function readFapiaoPage(db: Reader, filter: FapiaoFilter) {
  const query = preparedSql(
    () => sql<Selectable<FapiaoTable>>`
      select id, folio_id, kind, title, tax_no, details, status, amount_minor, asked_on, exported_on, number, issued_on,
        red_number, red_on, version
      from fapiao where ${conditions(filter)} order by id desc limit ${filter.limit}`,
  )
  return query.all(db, {})
}
