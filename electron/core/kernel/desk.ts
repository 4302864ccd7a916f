import type { Language, Rights } from '#shared/contract/index.ts'
import type { UserId } from '#shared/values/index.ts'

/** Who is signed in on a connection. Somebody at the machine's own command line has no user. */
export type SessionUser = {
  id: UserId | null
  login: string
  name: string
  /** The role's code, and its name if the hotel gave it one. */
  role: string
  roleName: string
  rights: Rights
  language: Language
}

/** Who a host says is there, where nobody signs in: the command line. */
export type NamedUser = Omit<SessionUser, 'rights' | 'roleName'>

/** One desk: a window, a browser's cookie, a command line. Who is signed in there is its only state. */
export type Desk = {
  user: SessionUser | null
  /** Null where nobody signed in, also where a host says who is there (the command line). */
  session: OpenSession | null
  workstation: string
  language: Language
  /** Told when a session ends here, whoever ends it. */
  ended: Set<() => void>
}

/** One user signed in at one desk. In memory alone: none outlives the program. */
export type OpenSession = {
  readonly id: string
  readonly userId: UserId
  readonly desk: Desk
  /** Milliseconds, as `lastAct`: the last time somebody was there. */
  readonly since: number
  lastAct: number
  /** Somebody took it away: what was asked before and has not had its turn is not done any more. */
  revoked: boolean
}
