import type { Insertable, Selectable, Updateable } from 'kysely'
import type { UserId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { UsersTable } from '../../schema/access.ts'

export type UserRow = Selectable<UsersTable>

export async function findUserByLogin(db: Reader, login: string): Promise<UserRow | undefined> {
  return readWith(db).selectFrom('users').selectAll().where('login', '=', login).executeTakeFirst()
}

export async function findUser(db: Reader, id: UserId): Promise<UserRow | undefined> {
  return readWith(db).selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function readUsers(db: Reader): Promise<UserRow[]> {
  return readWith(db).selectFrom('users').selectAll().orderBy('login').execute()
}

export async function hasUsers(db: Reader): Promise<boolean> {
  return (await readWith(db).selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined
}

export async function insertUser(tx: Writer, row: Insertable<UsersTable>): Promise<UserId> {
  const { id } = await writeWith(tx).insertInto('users').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Writes what is given; raises the version on request (a person's edit, not a sign-in). */
export async function updateUser(tx: Writer, id: UserId, row: Updateable<UsersTable>): Promise<void> {
  await writeWith(tx).updateTable('users').set(row).where('id', '=', id).execute()
}
