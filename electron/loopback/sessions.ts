import { createHash, randomBytes } from 'node:crypto'
import type { Application, OpenDesk } from '#core/compose.ts'
import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { workstation } from '../host/places.ts'

/** One browser: its cookie opens one desk, however many tabs it has. */
export type Session = {
  id: string
  desk: OpenDesk /** Ends the desk's tabs' belief in who is signed in. */
  told: Set<() => void>
}

export type Sessions = {
  /** A key that lets one browser in, once. */
  newKey: () => string
  /** Uses a key up; false for one that was used, was never given out, or is not a key. */
  use: (key: string) => boolean
  /** Lets a browser in whose key was used; answers with its cookie. */
  admit: (languageTag: string | undefined) => string
  find: (cookies: string | undefined) => Session | null
}

/**
 * Keeps who may come in. Only hashes are held, so that what is looked up takes as long whether it is nearly right or
 * not. The port is in the cookie's name because cookies of one machine are not kept apart by port.
 */
export function createSessions(app: Application, port: number): Sessions {
  const name = `keyrack_${port}`
  const keys = new Set<string>()
  const sessions = new Map<string, Session>()
  return {
    newKey: () => {
      const key = randomBytes(32).toString('base64url')
      keys.add(hashOf(key))
      return key
    },
    use: (key) => keys.delete(hashOf(key)),
    admit: (languageTag) => {
      const secret = randomBytes(32).toString('base64url')
      const language: Language = languageOf(languageTag)
      const desk = app.desk({ workstation: workstation('browser'), language })
      sessions.set(hashOf(secret), { id: randomBytes(8).toString('hex'), desk, told: new Set() })
      return `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`
    },
    find: (cookies) => {
      const secret = cookieIn(cookies, name)
      return secret ? (sessions.get(hashOf(secret)) ?? null) : null
    },
  }
}

function cookieIn(cookies: string | undefined, name: string): string | null {
  const found = cookies?.split(';').find((one) => one.trim().startsWith(`${name}=`))
  return found ? found.trim().slice(name.length + 1) : null
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
