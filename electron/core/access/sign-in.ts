import type { Reader, Writer } from '#db/handles.ts'
import { findUserByLogin, type UserRow, updateUser } from '#db/repositories/access/repository.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { type Change, done, type RefusedAfterChanges } from '../kernel/outcome.ts'
import { secondsToWait, strangersOf, triedAgain } from './attempts.ts'
import { passwordMatches } from './password.ts'
import { sessionUserOf } from './session-user.ts'

type Named = { login: string; password: string }

/** Whether the password is that of this active user; checked before the transaction: nobody waits behind a hash. */
export async function isPasswordOf(db: Reader, { login, password }: Named): Promise<boolean> {
  const user = await findUserByLogin(db, login)
  return passwordMatches(user?.active ? user.password_hash : null, password)
}

type NotAdmitted = Refused<'SIGN_IN_WAIT' | 'WRONG_PASSWORD'> | RefusedAfterChanges<'WRONG_PASSWORD'>

/** The user, once the password was right; else a refusal, with a wrong one counted. */
async function admitted(
  tx: Writer,
  ctx: Context,
  { login }: Named,
  right: boolean,
): Promise<{ user: UserRow } | { no: NotAdmitted }> {
  const user = await findUserByLogin(tx, login)
  const strangers = strangersOf(ctx)
  const seconds = secondsToWait(user ?? strangers.tried(login), ctx.moment)
  if (seconds > 0) return { no: refuse('SIGN_IN_WAIT', { seconds }) }
  if (!user) {
    strangers.count(login, ctx.moment)
    return { no: refuse('WRONG_PASSWORD') }
  }
  if (right) return { user }
  return { no: { answer: refuse('WRONG_PASSWORD'), changes: await countWrongPassword(tx, ctx, user) } }
}

export const signIn = writesAfter('access.signIn', isPasswordOf, async (tx, ctx, input, right) => {
  const found = await admitted(tx, ctx, input, right)
  if ('no' in found) return found.no
  const { user } = found
  await updateUser(tx, user.id, { failed_attempts: 0, wait_until: null, last_sign_in: ctx.moment })
  const change: Change = { entity: 'access', id: user.id, before: null, after: { signedIn: user.login } }
  return { ...done({ user: await sessionUserOf(tx, user) }, [change]), actor: user.login }
})

/** Somebody approves beside the signed-in user, who stays. The act's own changes name both. */
export const approve = writesAfter('access.approve', isPasswordOf, async (tx, ctx, input, right) => {
  if (ctx.user?.login === input.login) return refuse('APPROVER_SELF')
  const found = await admitted(tx, ctx, input, right)
  if ('no' in found) return found.no
  const { id, login, failed_attempts } = found.user
  if (failed_attempts > 0) await updateUser(tx, id, { failed_attempts: 0, wait_until: null })
  return done({ id, login }, [])
})

/** Counts a wrong password. It stays written although the answer is no. */
export async function countWrongPassword(tx: Writer, ctx: Context, user: UserRow): Promise<Change[]> {
  const tried = triedAgain(user, ctx.moment)
  await updateUser(tx, user.id, tried)
  const after = { wrongPassword: user.login, attempt: tried.failed_attempts }
  return [{ entity: 'access', id: user.id, before: null, after }]
}
