import type { HistoryWords } from '#shared/domain/insight/facts/history.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import type { createDays, WordList } from './columns.ts'

/** How far the reading is, in rows; may throw to stop. */
export type Pulse = (done: number, total: number) => void

/** One reading at one moment, with what all its parts need. */
export type Reading = {
  raw: RawDatabase
  pulse: Pulse
  days: ReturnType<typeof createDays>
  lists: Record<keyof HistoryWords, WordList>
  /** ` and … in (…)` of the guests that are asked for; empty for all. */
  only: (column: string) => string
}

/** Places of ids in the columns, by id; NONE for ids that are left out. */
export type Places = Int32Array
