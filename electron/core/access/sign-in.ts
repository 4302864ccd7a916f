import type { Writer } from '#db/handles.ts'
import { findUserByLogin, type UserRow, updateUser } from '#db/repositories/access/repository.ts'
import { waitSeconds } from '#shared/domain/access/sign-in.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context, SessionUser } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import type { Change } from '../kernel/outcome.ts'
import { passwordMatches } from './password.ts'

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
    const seconds = secondsToWait(user ?? strangers.get(input.login), ctx.moment)
    if (seconds > 0) return refuse('SIGN_IN_WAIT', { seconds })
    if (!user) countStranger(strangers, ctx, input.login)
    if (!user || !right)
      return {
        answer: refuse('WRONG_PASSWORD'),
        changes: user ? await countWrongPassword(tx, ctx, user) : [],
      }
    await updateUser(tx, user.id, { failed_attempts: 0, wait_until: null, last_sign_in: ctx.moment })
    const change: Change = { entity: 'access', id: user.id, before: null, after: { signedIn: user.login } }
    return { done: true, output: { user: sessionUserOf(user) }, changes: [change], actor: user.login }
  },
)

export function sessionUserOf(user: UserRow): SessionUser & { id: UserRow['id'] } {
  return {
    id: user.id,
    login: user.login,
    name: user.name,
    role: user.role as SessionUser['role'],
    language: user.language === 'zh' ? 'zh' : 'en',
  }
}

type Tried = Pick<UserRow, 'failed_attempts' | 'wait_until'>

/**
 * Logins that nobody has wait like those that somebody has: who may be guessed at cannot be known by it. In memory, the latest
 * thousand of them: a login that is not there needs no protection.
 */
const strangersByStore = new WeakMap<Context['store'], Map<string, Tried>>()
const mostStrangers = 1000

function strangersOf({ store }: Context): Map<string, Tried> {
  const known = strangersByStore.get(store) ?? new Map<string, Tried>()
  strangersByStore.set(store, known)
  return known
}

function countStranger(known: Map<string, Tried>, ctx: Context, login: string): void {
  const failed = (known.get(login)?.failed_attempts ?? 0) + 1
  known.delete(login)
  known.set(login, { failed_attempts: failed, wait_until: waitUntil(ctx, failed) })
  const oldest = known.keys().next().value
  if (known.size > mostStrangers && oldest !== undefined) known.delete(oldest)
}

/** Seconds until this login may be tried again. */
export function secondsToWait(user: Tried | undefined, moment: string): number {
  if (!user?.wait_until) return 0
  return Math.max(0, Math.ceil((Date.parse(user.wait_until) - Date.parse(moment)) / 1000))
}

/** Counts a wrong password; from the fifth on the login waits. It stays written although the answer is no. */
export async function countWrongPassword(tx: Writer, ctx: Context, user: UserRow): Promise<Change[]> {
  const failed = user.failed_attempts + 1
  await updateUser(tx, user.id, { failed_attempts: failed, wait_until: waitUntil(ctx, failed) })
  return [
    { entity: 'access', id: user.id, before: null, after: { wrongPassword: user.login, attempt: failed } },
  ]
}

function waitUntil(ctx: Context, failed: number): string | null {
  const wait = waitSeconds(failed)
  return wait > 0 ? new Date(Date.parse(ctx.moment) + wait * 1000).toISOString() : null
}
