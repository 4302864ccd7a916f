import type { AccountId, GuestId } from '#shared/values/index.ts'
import type { Reader } from '../dialect/connection.ts'

/** What people are called who signed in by these names; who is no user (a command line, a demo) is not among them. */
export async function readUserNames(db: Reader, logins: readonly string[]): Promise<Map<string, string>> {
  if (logins.length === 0) return new Map()
  const rows = await db.selectFrom('users').select(['login', 'name']).where('login', 'in', logins).execute()
  return new Map(rows.map(({ login, name }) => [login, name]))
}

export async function readGuestNames(db: Reader, ids: readonly GuestId[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('guests')
    .select(['id', 'native_name', 'family_name', 'given_name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [row.id, row.native_name || `${row.given_name} ${row.family_name}`.trim()]),
  )
}

export async function readAccountNames(db: Reader, ids: readonly AccountId[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('accounts').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who wrote these rows of the log, and when. */
export async function readWritten(
  db: Reader,
  seqs: readonly number[],
): Promise<Map<number, { actor: string; moment: string }>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('changes')
    .select(['seq', 'actor', 'moment'])
    .where('seq', 'in', seqs)
    .execute()
  return new Map(rows.map(({ seq, ...written }) => [seq, written]))
}
