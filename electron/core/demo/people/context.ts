/** What the parts that make a demo hotel's guests share. */

import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Agenda } from '../agenda.ts'
import type { Diary, When } from '../diary.ts'

/** The stream of chance of everything that is recorded about guests. */
export const PEOPLE_RANDOM = 51

export type PeopleOptions = {
  seed: number
  today: number
  words: DemoWords
  /** Share of guests from the mainland. */
  domestic: number
  /** When the log begins: guests from before are taken over with everything recorded until then. */
  takeover: When
  /** Seconds of the last day that have passed. */
  now: number
  /** As many as there will be. */
  guests: number
}

export type PeopleContext = PeopleOptions & {
  bulk: Bulk
  diary: Diary
  agenda: Agenda
  /** The log has a row more of that guest. */
  written: (id: GuestId) => void
}
