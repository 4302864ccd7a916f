import type { CommissionImage } from '#shared/domain/report/commission.ts'
import type { AccountId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'

/** What an agency is paid, by its account; null where nothing is agreed. */
export async function loadCommission(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('commissions')
    .select(['basis_points', 'version'])
    .where('id', '=', id as AccountId)
    .executeTakeFirst()
  return row ? { image: { basisPoints: row.basis_points }, version: row.version } : null
}

/** Every agency by name, with what it is paid; `basisPoints` null and version 0 where nothing is agreed. */
export async function readCommissions(db: Reader) {
  const rows = await readWith(db)
    .selectFrom('accounts')
    .leftJoin('commissions', 'commissions.id', 'accounts.id')
    .select(['accounts.id', 'accounts.code', 'accounts.name', 'accounts.active'])
    .select(['commissions.basis_points', 'commissions.version'])
    .where('accounts.kind', '=', 'agency')
    .orderBy('accounts.name')
    .orderBy('accounts.id')
    .execute()
  return rows.map(({ id, code, name, active, basis_points, version }) => ({
    id,
    code,
    name,
    active: active === 1,
    basisPoints: basis_points,
    version: version ?? 0,
  }))
}

/** Whether an account is an agency. */
export async function isAgency(db: Reader, id: AccountId): Promise<boolean> {
  const row = await readWith(db).selectFrom('accounts').select('kind').where('id', '=', id).executeTakeFirst()
  return row?.kind === 'agency'
}

/** `before` null inserts, `after` null deletes: nothing is agreed any more. */
export async function saveCommission(
  tx: Writer,
  id: number,
  before: CommissionImage | null,
  after: CommissionImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const accountId = id as AccountId
  if (!after) await db.deleteFrom('commissions').where('id', '=', accountId).execute()
  else if (!before)
    await db
      .insertInto('commissions')
      .values({ id: accountId, basis_points: after.basisPoints, version: 1 })
      .execute()
  else
    await db
      .updateTable('commissions')
      .set((row) => ({ basis_points: after.basisPoints, version: row('version', '+', 1) }))
      .where('id', '=', accountId)
      .execute()
}
