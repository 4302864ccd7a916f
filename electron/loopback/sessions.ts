import { createHash, randomBytes } from 'node:crypto'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { workstation } from '../host/places.ts'
import type { LetIn } from './let-in.ts'

/** One browser: its cookie opens one desk, however many tabs it has. */
export type Session = {
  id: string
  /** What the browser asked for when it was let in. */
  language: Language
  desk: OpenDesk
  /** Its open event streams: told when whoever signed in there is out, or when the browser got another cookie. */
  told: Set<(state: 'ended' | 'renewed') => void>
  /** What happened since the browser got another cookie, for the streams that it opens anew; empty soon after. */
  held: AppEvent[]
}

/** How long a link lets a browser in. */
export const linkMinutes = 60

export type Sessions = {
  /** A key that lets one browser in, once, within `linkMinutes`. */
  newKey: () => string
  /** Uses a key up; false for one that was used, is too old, was never given out, or is not a key. */
  use: (key: string) => boolean
  /** Lets a browser in whose key was used; answers with its cookie. */
  admit: (languageTag: string | undefined) => string
  find: (cookies: string | undefined) => Session | null
  /**
   * Gives a browser whose user signed in another cookie, and ends the streams that were opened with the one before:
   * whoever knew that one, or had planted it, has nothing with it but the page's own files.
   */
  renew: (session: Session) => string
  /** Whether the cookie was good until a moment ago: what the page was loading of its own files still comes. */
  wasGood: (cookies: string | undefined) => boolean
}

/**
 * Keeps who may come in. Only hashes are held, so that what is looked up takes as long whether it is nearly right or
 * not. The port is in the cookie's name because cookies of one machine are not kept apart by port.
 */
export function createSessions(app: Application, port: number, clock: () => number, letIn: LetIn): Sessions {
  const name = `keyrack_${port}`
  /** When each was given out. */
  const keys = new Map<string, number>()
  const sessions = new Map<string, Session>()
  /** Cookies from before, and when they ended. */
  const former = new Map<string, number>()
  const cookieFor = (session: Session, earlier: string[] = []) => {
    const secret = randomBytes(32).toString('base64url')
    const hash = hashOf(secret)
    sessions.set(hash, session)
    letIn.put(hash, session.language, earlier)
    return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`
  }
  const open = (language: Language): Session => {
    const desk = app.desk({ workstation: workstation('browser'), language })
    const id = randomBytes(8).toString('hex')
    const session: Session = { id, language, desk, told: new Set(), held: [] }
    desk.onEnd(() => {
      for (const tell of session.told) tell('ended')
    })
    return session
  }
  return {
    newKey: () => {
      const key = randomBytes(32).toString('base64url')
      keys.set(hashOf(key), clock())
      return key
    },
    use: (key) => {
      const hash = hashOf(key)
      const given = keys.get(hash)
      keys.delete(hash)
      return given !== undefined && clock() - given < linkMinutes * 60_000
    },
    admit: (languageTag) => cookieFor(open(languageOf(languageTag))),
    find: (cookies) => {
      const hash = hashOf(cookieIn(cookies, name) ?? '')
      const language = letIn.find(hash)
      if (!language) {
        sessions.delete(hash)
        return null
      }
      // Let in before the host was restarted: it is still, and nobody is signed in there
      const session = sessions.get(hash) ?? open(language)
      sessions.set(hash, session)
      return session
    },
    renew: (session) => {
      for (const [hash, ended] of former) if (clock() - ended > loadingMs) former.delete(hash)
      const earlier = [...sessions].flatMap(([hash, one]) => (one === session ? [hash] : []))
      for (const hash of earlier) {
        sessions.delete(hash)
        former.set(hash, clock())
      }
      if (session.told.size > 0) holdEvents(app, session)
      for (const tell of session.told) tell('renewed')
      return cookieFor(session, earlier)
    },
    wasGood: (cookies) => {
      const ended = former.get(hashOf(cookieIn(cookies, name) ?? ''))
      return ended !== undefined && clock() - ended <= loadingMs
    },
  }
}

/** How long a page may take to load a file of its own. */
const loadingMs = 60_000
const heldMs = 10_000

/** Nothing that happens while a browser opens its streams anew is lost to it. */
function holdEvents(app: Application, session: Session): void {
  const held: AppEvent[] = []
  session.held = held
  const stop = app.events.on((event) => held.push(event))
  setTimeout(() => {
    stop()
    if (session.held === held) session.held = []
  }, heldMs).unref()
}

function cookieIn(cookies: string | undefined, name: string): string | null {
  const found = cookies?.split(';').find((one) => one.trim().startsWith(`${name}=`))
  return found ? found.trim().slice(name.length + 1) : null
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
