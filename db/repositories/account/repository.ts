import { type Selectable, sql } from 'kysely'
import type { AccountImage } from '#shared/domain/account/account.ts'
import type { AccountId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { AccountsTable } from '../../schema/account.ts'
import { flag } from '../../schema/flag.ts'

function accountImage(row: Selectable<AccountsTable>): AccountImage {
  return { kind: row.kind, code: row.code, name: row.name, active: row.active === 1 }
}

function columnsOf(image: AccountImage) {
  return { kind: image.kind, code: image.code, name: image.name, active: flag(image.active) }
}

export async function loadAccount(db: Reader, id: AccountId) {
  const row = await readWith(db).selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { image: accountImage(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveAccount(
  tx: Writer,
  id: AccountId,
  before: AccountImage | null,
  after: AccountImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('accounts').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('accounts')
      .values({ id, ...columnsOf(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('accounts')
      .set((eb) => ({ ...columnsOf(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

/** Codes are distinguished within a kind. */
export async function findAccountByCode(db: Reader, kind: string, code: string): Promise<AccountId | null> {
  const row = await readWith(db)
    .selectFrom('accounts')
    .select('id')
    .where('kind', '=', kind)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}

export type AccountKey = [string, number]

/** Accounts whose code or name begins with the text (in any case), by name. */
export async function readAccountPage(
  db: Reader,
  filter: { text: string; kind: string | undefined; after: AccountKey | null; limit: number },
) {
  let query = readWith(db)
    .selectFrom('accounts')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(filter.limit)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.text) {
    const start = `${filter.text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(lower(code) like ${start} escape '\\' or lower(name) like ${start} escape '\\')`,
    )
  }
  if (filter.after) {
    const [name, id] = filter.after
    query = query.where((eb) =>
      eb.or([eb('name', '>', name), eb.and([eb('name', '=', name), eb('id', '>', id as AccountId)])]),
    )
  }
  return query.execute()
}
