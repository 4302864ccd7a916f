import type { Writer } from '#db/handles.ts'
import { findUserByLogin, type UserRow, updateUser } from '#db/repositories/access/repository.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { secondsToWait, strangersOf, triedAgain } from './attempts.ts'
import { passwordMatches } from './password.ts'
import { sessionUserOf } from './session-user.ts'

/** The password is checked before the transaction: nobody waits behind a hash. */
export const signIn = writesAfter(
  'access.signIn',
  async (db, input) => {
    const user = await findUserByLogin(db, input.login)
    return passwordMatches(user?.active ? user.password_hash : null, input.password)
  },
  async (tx, ctx, input, right) => {
    const user = await findUserByLogin(tx, input.login)
    const strangers = strangersOf(ctx)
    const seconds = secondsToWait(user ?? strangers.tried(input.login), ctx.moment)
    if (seconds > 0) return refuse('SIGN_IN_WAIT', { seconds })
    if (!user) {
      strangers.count(input.login, ctx.moment)
      return refuse('WRONG_PASSWORD')
    }
    if (!right) return { answer: refuse('WRONG_PASSWORD'), changes: await countWrongPassword(tx, ctx, user) }
    await updateUser(tx, user.id, { failed_attempts: 0, wait_until: null, last_sign_in: ctx.moment })
    const change: Change = { entity: 'access', id: user.id, before: null, after: { signedIn: user.login } }
    return { ...done({ user: await sessionUserOf(tx, user) }, [change]), actor: user.login }
  },
)

/** Counts a wrong password. It stays written although the answer is no. */
export async function countWrongPassword(tx: Writer, ctx: Context, user: UserRow): Promise<Change[]> {
  const tried = triedAgain(user, ctx.moment)
  await updateUser(tx, user.id, tried)
  const after = { wrongPassword: user.login, attempt: tried.failed_attempts }
  return [{ entity: 'access', id: user.id, before: null, after }]
}
