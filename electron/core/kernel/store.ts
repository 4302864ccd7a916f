import type { Reader, Writer } from '#db/handles.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { Events } from './events.ts'

/** Returned by the body of an exclusive work to leave nothing behind. */
export type RollBack = { rollBack: true; why: unknown }

/**
 * The same transaction and queue as a command's for a job (import, demo), with prepared statements for rows
 * in bulk. The body writes its own rows of the change log through `bulk.insertChange`.
 */
export type Exclusively = <T>(
  body: (tx: Writer, bulk: Bulk) => Promise<T | RollBack>,
) => Promise<T | RollBack>

/** What a job needs of the store: its own transaction, reading, and telling pages when it is done. */
export type Store = {
  file: string
  /** The driver's compiled part, for a thread that opens the store for reading. */
  nativeBinding: string | undefined
  /** Changes that were acknowledged once and are not in it any more, and the file that knows of them. */
  lost: { from: number; to: number; mark: string } | null
  reader: Reader
  /** The files of derived data beside it; `trouble` says why nothing can be kept there. */
  insight: { readonly file: string; readonly trouble: string | null }
  report: { readonly file: string; readonly trouble: string | null }
  exclusively: Exclusively
  events: Events
  /** Settings may have changed: the next call reads them again. */
  forgetSettings: () => void
}

/** Whether the job asked to be left out of the store. */
export function isRollBack(value: unknown): value is RollBack {
  return typeof value === 'object' && value !== null && 'rollBack' in value
}
