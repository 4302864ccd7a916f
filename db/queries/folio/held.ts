import { sql } from 'kysely'
import type { FolioId } from '#shared/values/index.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

const heldOf = preparedSql(
  (at: { id: FolioId }) => sql<{ slip: string | null; holds: number }>`
    select (select slip_no from deposits where folio_id = ${at.id} and held_minor > 0 order by id limit 1) as slip,
      (select count(*) from holds where folio_id = ${at.id} and status = 'held') as holds`,
)
/** The first slip of which money is held for a folio, and how many pre-authorisations are open. */
export async function readHeldOf(db: Reader, id: FolioId) {
  return (await heldOf.first(db, { id })) ?? { slip: null, holds: 0 }
}

const depositsOf = prepared((db, at: { id: FolioId }) =>
  db
    .selectFrom('deposits')
    .select([
      'id',
      'kind',
      'slip_no',
      'taken_on',
      'code_id',
      'amount_minor',
      'held_minor',
      'slip_lost',
      'note',
      'version',
    ])
    .where('folio_id', '=', at.id)
    .orderBy('id'),
)
/** The deposits and 押金 of a folio, also those of which nothing is held any more. */
export async function readDepositsOfFolio(db: Reader, id: FolioId) {
  return depositsOf.all(db, { id })
}

const holdsOf = prepared((db, at: { id: FolioId }) =>
  db.selectFrom('holds').selectAll().where('folio_id', '=', at.id).orderBy('id'),
)
/** The pre-authorisations of a folio. */
export async function readHoldsOfFolio(db: Reader, id: FolioId) {
  return holdsOf.all(db, { id })
}
