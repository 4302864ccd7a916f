import type { Reader } from '#db/handles.ts'
import { readRolesOnFile } from '#db/queries/access/roles.ts'
import type { UserRow } from '#db/repositories/access/repository.ts'
import { type RoleImage, rightsOf, rolesWith } from '#shared/domain/access/roles.ts'
import type { SessionUser } from '../kernel/context.ts'

/** A user as a session has them: with what their role may now. A role that is not on file may nothing. */
export async function sessionUserOf(
  db: Reader,
  { id, login, name, role, language }: Pick<UserRow, 'id' | 'login' | 'name' | 'role' | 'language'>,
): Promise<SessionUser & { id: UserRow['id'] }> {
  const image: RoleImage | undefined = rolesWith(await readRolesOnFile(db)).find(
    (one) => one.image.code === role,
  )?.image
  return {
    id,
    login,
    name,
    role,
    roleName: image?.name ?? '',
    rights: image ? rightsOf(image) : [],
    language: language === 'zh' ? 'zh' : 'en',
  }
}
