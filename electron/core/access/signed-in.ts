import { findUser, type UserRow } from '#db/repositories/access/repository.ts'
import type { Role } from '#shared/contract/index.ts'
import type { UserId } from '#shared/values/index.ts'
import type { SignedIn } from '../kernel/dispatch.ts'

/**
 * Who is signed in keeps no right that was taken away: a retired user is out at the next call, a changed role counts
 * from the next call on. Users are kept in memory until one of them is changed.
 */
export function createSignedIn(): SignedIn {
  const kept = new Map<UserId, UserRow | undefined>()
  return {
    now: async (db, user) => {
      // Somebody at the machine's own command line has no user.
      if (user.id === null) return user
      if (!kept.has(user.id)) kept.set(user.id, await findUser(db, user.id))
      const row = kept.get(user.id)
      if (row?.active !== 1) return null
      return { ...user, name: row.name, role: row.role as Role }
    },
    forget: () => kept.clear(),
  }
}
