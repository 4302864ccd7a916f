import { sql } from 'kysely'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { FolioId } from '#shared/values/index.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const reached = preparedSql(
  (at: { id: FolioId }) => sql<{
    folio_id: FolioId
    n: number
    to_folio_id: FolioId
    to_window: number
    terms: string
  }>`
    with recursive reach (id) as (
      select ${at.id} union select r.to_folio_id from reach join folio_routings r on r.folio_id = reach.id
    )
    select folio_id, n, to_folio_id, to_window, terms from folio_routings where folio_id in (select id from reach)`,
)

/** The routings of a folio and of all that they lead to. */
export async function readFoliosWithRoutings(
  db: Reader,
  id: FolioId,
): Promise<Map<FolioId, FolioImage['routings']>> {
  const all = new Map<FolioId, FolioImage['routings']>()
  for (const row of await reached.all(db, { id })) {
    const own = all.get(row.folio_id) ?? {}
    own[row.n] = { toFolioId: row.to_folio_id, toWindow: row.to_window, ...JSON.parse(row.terms) }
    all.set(row.folio_id, own)
  }
  return all
}
