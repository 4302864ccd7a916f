import { readUsers } from '#db/repositories/access/repository.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

export const session = reads('access.session', (_db, _input, ctx) => {
  if (!ctx.user?.id) return null
  return { user: { ...ctx.user, id: ctx.user.id } }
})

export const signInList = reads('access.signInList', async (db) => {
  const users = await readUsers(db)
  return users.filter((user) => user.active === 1).map(({ login, name }) => ({ login, name }))
})

export const signOut = writes('access.signOut', (_tx, ctx) => {
  const id = ctx.user?.id
  return done({}, id ? [{ entity: 'access', id, before: null, after: { signedOut: ctx.actor } }] : [])
})
