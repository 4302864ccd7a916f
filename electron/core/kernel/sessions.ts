import { randomBytes } from 'node:crypto'
import { isOver, type SessionLimits } from '#shared/domain/access/session-limits.ts'
import type { UserId } from '#shared/values/index.ts'
import type { Desk, OpenSession, SessionUser } from './desk.ts'

/** Which sessions a command ended: all others of a user, or one. */
export type EndedSessions = { othersOf: UserId } | { session: string }

export type Sessions = {
  /** Signs a user in at a desk; the session that was there before ends. */
  begin: (desk: Desk, user: SessionUser & { id: UserId }) => void
  /** Somebody is there. */
  act: (session: OpenSession) => void
  /** Ends the session if it is over by its limits. */
  endIfOver: (session: OpenSession, limits: SessionLimits) => void
  endOverdue: (limits: SessionLimits) => void
  /** Signs out. */
  end: (session: OpenSession) => void
  /** Takes sessions away at once; `but` stays. */
  revoke: (ended: EndedSessions, but: OpenSession | null) => void
  /** Has every desk know its user as they are on file; who may not be signed in any more is out. */
  renew: (now: (user: SessionUser) => Promise<SessionUser | null>) => Promise<void>
  open: () => OpenSession[]
}

/** Keeps who is signed in where. `clock`: milliseconds of the world, which go on while the machine sleeps. */
export function createSessions(clock: () => number): Sessions {
  const open = new Map<string, OpenSession>()
  const end = (session: OpenSession) => {
    if (!open.delete(session.id)) return
    const { desk } = session
    if (desk.session === session) Object.assign(desk, { session: null, user: null })
    for (const tell of desk.ended) tell()
  }
  const endIfOver = (session: OpenSession, limits: SessionLimits) => {
    if (isOver(session, limits, clock())) end(session)
  }
  return {
    begin: (desk, user) => {
      if (desk.session) end(desk.session)
      const now = clock()
      const id = randomBytes(8).toString('hex')
      const session = { id, userId: user.id, desk, since: now, lastAct: now, revoked: false }
      open.set(id, session)
      Object.assign(desk, { session, user })
    },
    act: (session) => {
      session.lastAct = clock()
    },
    endIfOver,
    endOverdue: (limits) => {
      for (const session of open.values()) endIfOver(session, limits)
    },
    end,
    revoke: (ended, but) => {
      for (const session of open.values()) {
        const meant = 'session' in ended ? session.id === ended.session : session.userId === ended.othersOf
        if (!meant || (session === but && 'othersOf' in ended)) continue
        session.revoked = true
        end(session)
      }
    },
    renew: async (now) => {
      for (const session of open.values()) {
        const { desk } = session
        const user = desk.user && (await now(desk.user))
        if (desk.session !== session) continue
        if (user) desk.user = user
        else end(session)
      }
    },
    open: () => [...open.values()],
  }
}
