import type { Language } from '#shared/contract/index.ts'
import { allows, type Right } from '#shared/domain/access/rights.ts'
import type { SessionLimits } from '#shared/domain/access/session-limits.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { OpenSession, SessionUser } from './desk.ts'
import type { Devices } from './devices.ts'
import type { Files } from './given-files.ts'
import type { Heavy } from './heavy.ts'
import type { Jobs } from './jobs.ts'
import type { Printer } from './printer.ts'
import type { Sessions } from './sessions.ts'

export type { SessionUser } from './desk.ts'

import type { Store } from './store.ts'

/** The hotel as every handler needs it. */
export type HotelSettings = SessionLimits & {
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
  /** Who approved this one act for the actor, by login; the rights of `user` are then those of both. */
  approvedBy: string | null
  user: SessionUser | null
  workstation: string
  /** The language answers are worded in. */
  language: Language
  store: Store
  files: Files
  jobs: Jobs
  heavy: Heavy
  printer: Printer
  devices: Devices
  sessions: Sessions
  /** The one that asks; null where nobody signed in: the command line, a first run. */
  session: OpenSession | null
}

/** Whether who asks has this right. Where nobody is signed in (a job, the machine's own command line) nothing is held back. */
export function may({ user }: Pick<Context, 'user'>, right: Right): boolean {
  return user === null || allows(user.rights, right)
}
