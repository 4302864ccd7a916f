import { type ClientReply, theClient } from '#renderer/api/client.ts'
import { queryClient, refreshAll, refreshReaders } from '#renderer/api/query-client.ts'
import type { EntityKind } from '#shared/contract/index.ts'
import { type User, useDesk } from '../base/desk.ts'
import { languageOfUser, onLanguageSwitch, suggestLanguage } from '../base/language.ts'
import { forgetScreens } from '../base/route/memory.ts'
import { go } from '../base/route/route.tsx'

const LAST_LOGIN = 'keyrack:last-login'

/** Who signed in last on this machine, for the sign-in screen to begin with. */
export function lastLogin(): string | null {
  return localStorage.getItem(LAST_LOGIN)
}

/** Kinds that changed while the desk was locked; read again once somebody is there. */
const missed = new Set<EntityKind>()

/** Finds out where to begin: first run, sign-in, or the desk of who is signed in already. */
export async function startSession(): Promise<void> {
  const client = theClient()
  const [setup, session, hotel] = await Promise.all([
    client.call('setup.state', {}),
    client.call('access.session', {}),
    client.call('hotel.state', {}),
  ])
  if (!setup.ok || !session.ok) {
    useDesk.setState({ phase: 'unreachable' })
    return
  }
  suggestLanguage(setup.output.language)
  // Asked along with the others, so that the frame need not wait for one more answer
  if (hotel.ok) queryClient.setQueryData(['hotel.state', {}], hotel.output)
  const { hotelName } = setup.output
  if (setup.output.needed) useDesk.setState({ phase: 'setup', hotelName })
  else if (session.output) useDesk.setState({ phase: 'in', hotelName, user: session.output.user })
  else useDesk.setState({ phase: 'sign-in', hotelName })
}

/** Somebody signed in. The same screen goes on when the desk was locked; what is shown is read again for a new user. */
export function signedIn(user: User, hotelName?: string): void {
  const before = useDesk.getState()
  languageOfUser(user.login, user.language)
  localStorage.setItem(LAST_LOGIN, user.login)
  const changedHands = before.user !== null && before.user.id !== user.id
  useDesk.setState({
    phase: 'in',
    user,
    hotelName: hotelName ?? before.hotelName,
    lastDone: changedHands ? null : before.lastDone,
  })
  if (changedHands) void refreshAll()
  else {
    // What was asked while nobody was signed in came back refused
    void queryClient.refetchQueries({ type: 'active', predicate: (query) => query.state.status === 'error' })
    if (missed.size > 0) void refreshReaders([...missed], true)
  }
  missed.clear()
}

/** F8: ends the session and veils the screen, which stays as it is until somebody signs in. */
export function lockDesk(): void {
  if (useDesk.getState().phase !== 'in') return
  useDesk.setState({ phase: 'locked', overlay: 'none' })
  void theClient().call('access.signOut', {}, { requestId: crypto.randomUUID() })
}

/** Signs out for good: the next user begins at the beginning. Unsaved text stays with its user. */
export async function signOut(): Promise<void> {
  await theClient().call('access.signOut', {}, { requestId: crypto.randomUUID() })
  useDesk.setState({ phase: 'sign-in', user: null, lastDone: null, overlay: 'none' })
  forgetScreens()
  go('/', { replace: true })
  queryClient.clear()
}

/**
 * Follows the store and the language: what changed is read again, a lost session locks the desk, and after a switch
 * of language everything is read again, since the core words the names in its answers. Called once at start.
 */
export function followEvents(): () => void {
  const stopLanguage = onLanguageSwitch(() => void refreshAll())
  const stopEvents = theClient().on((event) => {
    if (event.type === 'connection') followConnection(event.state)
    else if (event.type === 'changed') followChange(event.entities.map((entity) => entity.kind))
    else if (event.type === 'session') void checkSession()
  })
  return () => {
    stopLanguage()
    stopEvents()
  }
}

function followConnection(state: 'live' | 'lost'): void {
  const before = useDesk.getState().connection
  useDesk.setState({ connection: state })
  // What happened while the line was down was reported to nobody here
  if (state === 'live' && before === 'lost' && useDesk.getState().phase === 'in') void refreshAll()
}

function followChange(kinds: EntityKind[]): void {
  const unlocked = useDesk.getState().phase === 'in'
  if (!unlocked) for (const kind of kinds) missed.add(kind)
  void refreshReaders(kinds, unlocked)
}

/** Locks a desk whose session is over, also when nobody answers to that question any more. */
export async function checkSession({ alone = false } = {}): Promise<void> {
  if (useDesk.getState().phase !== 'in') return
  const session = await theClient().call('access.session', {})
  if (session.ok ? session.output === null : alone) useDesk.setState({ phase: 'locked', overlay: 'none' })
}

/** Every reply passes here: “nobody signed in” veils the screen instead of breaking it. */
export function noteReply(reply: ClientReply): void {
  if (reply.ok || !('fault' in reply) || reply.fault.code !== 'NOT_SIGNED_IN') return
  if (useDesk.getState().phase === 'in') useDesk.setState({ phase: 'locked', overlay: 'none' })
}
