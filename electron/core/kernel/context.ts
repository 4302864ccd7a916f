import type { Language, Role } from '#shared/contract/index.ts'
import type { BusinessDate, UserId } from '#shared/values/index.ts'
import type { Files } from './given-files.ts'
import type { Jobs } from './jobs.ts'
import type { Store } from './store.ts'

/** Who is signed in on a connection. Somebody at the machine's own command line has no user. */
export type SessionUser = { id: UserId | null; login: string; name: string; role: Role; language: Language }

/** The hotel as every handler needs it. */
export type HotelSettings = {
  hotelName: string
  language: Language
  currency: string
  timeZone: string
  country: string
  businessDate: BusinessDate
}

/**
 * What a handler knows of the world: the moment and the actor come from here, never from the clock or a global,
 * so that a test can say what time it is.
 */
export type Context = {
  moment: string
  /** Stored data, moved by the night audit alone. */
  businessDate: BusinessDate
  hotel: HotelSettings
  /** As recorded in the change log: a login, or `cli:…`. */
  actor: string
  user: SessionUser | null
  workstation: string
  /** The language answers are worded in. */
  language: Language
  store: Store
  files: Files
  jobs: Jobs
}
