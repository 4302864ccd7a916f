import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { queryClient, refreshAll, refreshReaders } from '#renderer/api/query-client.ts'
import type { EntityKind } from '#shared/contract/index.ts'
import { type User, useDesk } from '../base/desk.ts'
import { languageOfUser, onLanguageSwitch, suggestLanguage } from '../base/language.ts'
import { forgetScreens } from '../base/route/memory.ts'
import { startOver, typedBy } from '../base/route/route.tsx'
import { hideTyped } from '../base/route/typed.ts'

const LAST_LOGIN = 'keyrack:last-login'

/** Who signed in last on this machine, for the sign-in screen to begin with. */
export function lastLogin(): string | null {
  return localStorage.getItem(LAST_LOGIN)
}

/** Finds out where to begin: first run, sign-in, or the desk of who is signed in already. */
export async function startSession(): Promise<void> {
  const client = theClient()
  const [setup, session, hotel] = await Promise.all([
    client.call('setup.state', {}),
    client.call('access.session', {}),
    client.call('hotel.state', {}),
  ])
  if (!setup.ok || !session.ok) {
    // Not let in: whoever looks at each reply has said so (noteReply)
    if (useDesk.getState().phase !== 'not-let-in') useDesk.setState({ phase: 'unreachable' })
    return
  }
  suggestLanguage(setup.output.language)
  // Asked along with the others, so that the frame need not wait for one more answer
  if (hotel.ok) queryClient.setQueryData(['hotel.state', {}], hotel.output)
  const { hotelName } = setup.output
  if (setup.output.needed) useDesk.setState({ phase: 'setup', hotelName })
  else if (session.output) {
    typedBy(session.output.user.login)
    useDesk.setState({ phase: 'in', hotelName, user: session.output.user })
  } else {
    hideTyped()
    useDesk.setState({ phase: 'sign-in', hotelName })
  }
}

/**
 * Somebody signed in. Who locked the desk finds the place and the drafts that were left; for anybody else it begins at the
 * beginning, and nothing of the user before is left in the page.
 */
export function signedIn(user: User, hotelName?: string): void {
  const before = useDesk.getState()
  const last = before.user?.login ?? lastLogin()
  languageOfUser(user.login, user.language)
  localStorage.setItem(LAST_LOGIN, user.login)
  if (last !== null && last !== user.login) beginAnew()
  typedBy(user.login)
  useDesk.setState({ phase: 'in', lockedBy: 'ended', user, hotelName: hotelName ?? before.hotelName })
}

function beginAnew(): void {
  forgetScreens()
  startOver()
  useDesk.setState({ lastDone: null })
}

/** F8: ends the session. What was on screen is taken out of the page until the same user signs in again. */
export function lockDesk(): void {
  if (useDesk.getState().phase !== 'in') return
  void theClient().call('access.signOut', {}, { requestId: crypto.randomUUID() })
  clearDesk('locked')
  useDesk.setState({ lockedBy: 'desk' })
}

/** Signs out for good: the next user begins at the beginning. Unsaved text stays with its user. */
export async function signOut(): Promise<void> {
  await theClient().call('access.signOut', {}, { requestId: crypto.randomUUID() })
  clearDesk('sign-in')
  beginAnew()
  typedBy('')
}

/** Takes everything that the user was shown out of the page: the screens, the answers kept, the text in the tab's storage. */
function clearDesk(phase: 'locked' | 'sign-in' | 'not-let-in'): void {
  useDesk.setState(phase === 'sign-in' ? { phase, overlay: 'none', user: null } : { phase, overlay: 'none' })
  hideTyped()
  void queryClient.cancelQueries()
  queryClient.clear()
}

/**
 * Follows the store and the language: what changed is read again, a lost session locks the desk, and after a switch
 * of language everything is read again, since the core words the names in its answers. Called once at start.
 */
export function followEvents(): () => void {
  const stopLanguage = onLanguageSwitch(() => void refreshAll())
  const stopEvents = theClient().on((event) => {
    if (event.type === 'connection') void followConnection(event.state)
    else if (event.type === 'host') useDesk.setState({ lockedBy: 'restarted' })
    else if (event.type === 'missed') void refreshAll()
    else if (event.type === 'changed') followChange(event.entities.map((entity) => entity.kind))
    else if (event.type === 'session') void checkSession()
  })
  return () => {
    stopLanguage()
    stopEvents()
  }
}

async function followConnection(state: 'live' | 'lost'): Promise<void> {
  const before = useDesk.getState().connection
  useDesk.setState({ connection: state })
  // Lost, or not let in any more? The answer to any call says which (noteReply)
  if (state === 'lost') return void (await theClient().call('access.session', {}))
  if (before === 'none' && useDesk.getState().phase === 'in') return
  await comeBack()
  // What happened while the line was down was reported to nobody here
  if (before === 'lost') void refreshAll()
}

/** The host answers again: the page goes on where it was, as far as who is signed in allows. */
export async function comeBack(): Promise<void> {
  const { phase, user } = useDesk.getState()
  if (phase === 'in') return await checkSession()
  if (phase === 'unreachable' || (phase === 'not-let-in' && !user)) return await startSession()
  if (phase !== 'not-let-in') return
  const session = await theClient().call('access.session', {})
  if (!session.ok) return
  // The stream of the cookie before may be open still
  theClient().again()
  if (session.output) signedIn(session.output.user)
  else useDesk.setState({ phase: 'locked' })
}

function followChange(kinds: EntityKind[]): void {
  void refreshReaders(kinds, useDesk.getState().phase === 'in')
}

/** Locks a desk whose session is over, also when nobody answers to that question any more. */
export async function checkSession({ alone = false } = {}): Promise<void> {
  if (useDesk.getState().phase !== 'in') return
  const session = await theClient().call('access.session', {})
  const { phase, user } = useDesk.getState()
  if (phase !== 'in') return
  if (session.ok ? session.output === null : alone) clearDesk('locked')
  // Another tab of this browser has changed hands.
  else if (session.ok && session.output && session.output.user.id !== user?.id) {
    clearDesk('locked')
    signedIn(session.output.user)
  }
}

/** Every reply passes here: “nobody signed in” and “not let in” take the hotel off the screen instead of breaking it. */
export function noteReply(reply: ClientReply): void {
  if (reply.ok || !('fault' in reply)) return
  const { code } = reply.fault
  const { phase } = useDesk.getState()
  if (code === 'NOT_LET_IN' && phase !== 'not-let-in') clearDesk('not-let-in')
  else if (code === 'NOT_SIGNED_IN' && phase === 'in') clearDesk('locked')
}
