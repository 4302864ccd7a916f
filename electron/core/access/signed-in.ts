import { findUser } from '#db/repositories/access/repository.ts'
import type { UserId } from '#shared/values/index.ts'
import type { SessionUser } from '../kernel/context.ts'
import type { SignedIn } from '../kernel/dispatch.ts'
import { sessionUserOf } from './session-user.ts'

/**
 * Who is signed in keeps no right that was taken away: a retired user is out at the next call, another role and
 * other rights of it count from the next call on. Users are kept in memory until one of them or a role is changed.
 */
export function createSignedIn(): SignedIn {
  const kept = new Map<UserId, SessionUser | null>()
  return {
    now: async (db, user) => {
      // Somebody at the machine's own command line is no user of the hotel.
      if (user.id === null) return user
      if (!kept.has(user.id)) {
        const row = await findUser(db, user.id)
        kept.set(user.id, row?.active === 1 ? await sessionUserOf(db, row) : null)
      }
      return kept.get(user.id) ?? null
    },
    forget: () => kept.clear(),
  }
}
