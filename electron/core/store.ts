import type { Reader } from '#db/dialect/connection.ts'
import type { Events } from './events.ts'
import type { CommandRunner } from './run-command.ts'

/** What a long work needs of the store beside a transaction: it opens its own, and tells pages when it is done. */
export type Store = {
  file: string
  reader: Reader
  exclusively: CommandRunner['exclusively']
  events: Events
  /** Settings may have changed: the next call reads them again. */
  forgetSettings: () => void
}
