import { readUsers } from '#db/repositories/access/repository.ts'
import { allows } from '#shared/domain/access/rights.ts'
import { userWords } from '#shared/domain/access/user-words.ts'
import { momentOf, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { OpenSession } from '../kernel/desk.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

export const session = reads('access.session', (_db, _input, ctx) => {
  if (!ctx.user?.id) return null
  return { user: { ...ctx.user, id: ctx.user.id } }
})

export const signInList = reads('access.signInList', async (db) => {
  const users = await readUsers(db)
  return users
    .filter((user) => user.active === 1)
    .map(({ login, name }) => ({ login, name, words: userWords({ login, name }) }))
})

export const signOut = writes('access.signOut', (_tx, ctx) => {
  const id = ctx.user?.id
  return done({}, id ? [{ entity: 'access', id, before: null, after: { signedOut: ctx.actor } }] : [])
})

export const attend = reads('access.attend', (_db, _input, ctx) => {
  if (ctx.session) ctx.sessions.act(ctx.session)
  return {}
})

export const listSessions = reads('access.listSessions', async (db, _input, ctx) => {
  const users = new Map((await readUsers(db)).map((user) => [user.id, user]))
  return sessionsFor(ctx).flatMap((session) => {
    const user = users.get(session.userId)
    if (!user) return []
    return {
      session: session.id,
      user: user.id,
      login: user.login,
      name: user.name,
      workstation: session.desk.workstation,
      since: momentOf(session.since),
      lastAct: momentOf(session.lastAct),
      current: session === ctx.session,
    }
  })
})

export const endSession = writes('access.endSession', (_tx, ctx, input) => {
  const session = sessionsFor(ctx).find(({ id }) => id === input.session)
  if (!session) return refuse('SESSION_UNKNOWN')
  const { userId, desk } = session
  const after = { sessionEnded: desk.user?.login ?? '', workstation: desk.workstation }
  return {
    ...done({}, [{ entity: 'access', id: userId, before: null, after }]),
    ends: { session: session.id },
  }
})

/** The sessions that a user may see and end, in the order in which they began. */
function sessionsFor({ sessions, user }: Context): OpenSession[] {
  const open = sessions.open()
  return user && allows(user.rights, 'users') ? open : open.filter(({ userId }) => userId === user?.id)
}
