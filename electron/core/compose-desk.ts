import type { Reader } from '#db/handles.ts'
import type { Approval, Language, Reply } from '#shared/contract/index.ts'
import { givenRoles, isGivenRole } from '#shared/domain/access/given-roles.ts'
import { usualLimits } from '#shared/domain/access/session-limits.ts'
import { createSignedIn } from './access/signed-in.ts'
import { createSettingsCache } from './hotel/settings.ts'
import type { Context } from './kernel/context.ts'
import type { Desk, NamedUser, SessionUser } from './kernel/desk.ts'
import { type Dispatch, userNow } from './kernel/dispatch.ts'
import type { Files } from './kernel/given-files.ts'
import type { Written } from './kernel/run-command.ts'
import { createSessions } from './kernel/sessions.ts'
import { createUploads, type Uploads } from './kernel/uploads.ts'

export type DeskOptions = {
  /** As recorded in the change log: the machine's name and the kind of host. */
  workstation: string
  language: Language
  /** Signed in from the start: the command line, which owns the file anyway. It has the rights of a given role. */
  user?: NamedUser
}

/** One open page or pipe of the application. */
export type OpenDesk = {
  /** `language` words this one answer; without it the desk's own does. `approval`: of this one act by somebody else. */
  call: (
    operation: string,
    input: unknown,
    requestId?: string,
    language?: Language,
    approval?: Approval,
  ) => Promise<Reply>
  user: () => SessionUser | null
  /** The same, asked anew: a session that is over has no user, and a role is the one of now. */
  userNow: () => Promise<SessionUser | null>
  /** Tells whenever a session ends here: signed out, taken away, idle, too long. Answers the function that stops it. */
  onEnd: (listener: () => void) => () => void
  setLanguage: (language: Language) => void
  /** The files that were handed over here; they go when the session ends. */
  uploads: Uploads
}

export type WhoIsIn = ReturnType<typeof createWhoIsIn>

/** Who is signed in where, with which rights, and for how long the hotel lets them; kept as commands change it. */
export function createWhoIsIn(reader: Reader, clock: () => number) {
  const settings = createSettingsCache()
  const signedIn = createSignedIn()
  const sessions = createSessions(clock)
  return {
    reader,
    settings,
    signedIn,
    sessions,
    follow: async ({ changes, ends }: Written, ctx: Context) => {
      if (changes.some(({ entity }) => entity === 'settings')) settings.forget()
      if (ends) sessions.revoke(ends, ctx.session)
      if (!changes.some(({ entity }) => entity === 'user' || entity === 'role')) return
      signedIn.forget()
      await sessions.renew((user) => signedIn.now(reader, user))
    },
    endOverdue: async () => {
      if (sessions.open().length > 0) sessions.endOverdue((await settings.get(reader)) ?? usualLimits)
    },
  }
}

/** A user of the hotel gets the rights of now with the first call. */
function withRights(user: NamedUser): SessionUser {
  return { ...user, roleName: '', rights: isGivenRole(user.role) ? givenRoles[user.role] : [] }
}

/** A desk of its own for a window, a browser or a command line. */
export function openDesk(
  dispatch: Dispatch,
  whoIsIn: WhoIsIn,
  files: Files,
  { workstation, language, user }: DeskOptions,
): OpenDesk {
  const desk: Desk = {
    user: user ? withRights(user) : null,
    session: null,
    workstation,
    language,
    ended: new Set(),
  }
  const uploads = createUploads(files)
  desk.ended.add(uploads.end)
  return {
    call: (operation, input, requestId, language, approval) =>
      dispatch(desk, operation, input, requestId, language, approval),
    user: () => desk.user,
    userNow: () => userNow(whoIsIn, desk),
    onEnd: (listener) => {
      desk.ended.add(listener)
      return () => desk.ended.delete(listener)
    },
    setLanguage: (chosen) => {
      desk.language = chosen
    },
    uploads,
  }
}
