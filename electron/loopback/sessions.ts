import { createHash, randomBytes } from 'node:crypto'
import type { Application, OpenDesk } from '#core/compose.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { workstation } from '../host/places.ts'

/** One browser: its cookie opens one desk, however many tabs it has. */
export type Session = {
  id: string
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
export function createSessions(app: Application, port: number, clock: () => number): Sessions {
  const name = `keyrack_${port}`
  /** When each was given out. */
  const keys = new Map<string, number>()
  const sessions = new Map<string, Session>()
  /** Cookies from before, and when they ended. */
  const former = new Map<string, number>()
  const cookieFor = (session: Session) => {
    const secret = randomBytes(32).toString('base64url')
    sessions.set(hashOf(secret), session)
    return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`
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
    admit: (languageTag) => {
      const language: Language = languageOf(languageTag)
      const desk = app.desk({ workstation: workstation('browser'), language })
      const session: Session = { id: randomBytes(8).toString('hex'), desk, told: new Set(), held: [] }
      desk.onEnd(() => {
        for (const tell of session.told) tell('ended')
      })
      return cookieFor(session)
    },
    find: (cookies) => {
      const secret = cookieIn(cookies, name)
      return secret ? (sessions.get(hashOf(secret)) ?? null) : null
    },
    renew: (session) => {
      for (const [hash, ended] of former) if (clock() - ended > loadingMs) former.delete(hash)
      for (const [hash, one] of sessions) {
        if (one !== session) continue
        sessions.delete(hash)
        former.set(hash, clock())
      }
      if (session.told.size > 0) holdEvents(app, session)
      for (const tell of session.told) tell('renewed')
      return cookieFor(session)
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
