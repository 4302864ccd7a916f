import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { FapiaoImage } from '#shared/domain/folio/fapiao.ts'
import type { FapiaoId, FolioLineId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { FapiaoTable } from '../../schema/folio.ts'

const byId = prepared((db, at: { id: FapiaoId }) =>
  db.selectFrom('fapiao').selectAll().where('id', '=', at.id),
)

export function fapiaoImage(row: Selectable<FapiaoTable>): FapiaoImage {
  return {
    folioId: row.folio_id,
    kind: row.kind as FapiaoImage['kind'],
    title: row.title,
    taxNo: row.tax_no,
    details: JSON.parse(row.details) as FapiaoImage['details'],
    status: row.status as FapiaoImage['status'],
    amountMinor: row.amount_minor,
    askedOn: row.asked_on,
    exportedOn: row.exported_on,
    number: row.number,
    issuedOn: row.issued_on,
    redNumber: row.red_number,
    redOn: row.red_on,
  }
}

/** The columns of a request. */
export function fapiaoColumns(image: FapiaoImage) {
  return {
    folio_id: image.folioId,
    kind: image.kind,
    title: image.title,
    tax_no: image.taxNo,
    details: JSON.stringify(image.details),
    status: image.status,
    amount_minor: image.amountMinor,
    asked_on: image.askedOn,
    exported_on: image.exportedOn,
    number: image.number,
    issued_on: image.issuedOn,
    red_number: image.redNumber,
    red_on: image.redOn,
  }
}

export async function loadFapiao(db: Reader, id: FapiaoId) {
  const row = await byId.first(db, { id })
  return row ? { image: fapiaoImage(row), version: row.version } : null
}

/** `before` null inserts under that id. A request is never deleted: it is withdrawn. */
export async function saveFapiao(
  tx: Writer,
  id: FapiaoId,
  before: FapiaoImage | null,
  after: FapiaoImage | null,
): Promise<void> {
  if (!after) throw new Error('a request is withdrawn, not deleted')
  const columns = fapiaoColumns(after)
  if (!before)
    await writeWith(tx)
      .insertInto('fapiao')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('fapiao')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

const linkLines = preparedSql(
  (at: { fapiao: FapiaoId; ids: string }) => sql`
    insert into fapiao_lines (line_id, round, fapiao_id)
    select value, (select count(*) from fapiao_lines l where l.line_id = value), ${at.fapiao} from json_each(${at.ids})`,
)
/** Puts lines on a request, each a round further than on the one before. */
export async function linkFapiaoLines(
  tx: Writer,
  fapiao: FapiaoId,
  ids: readonly FolioLineId[],
): Promise<void> {
  await linkLines.run(tx, { fapiao, ids: JSON.stringify(ids) })
}
