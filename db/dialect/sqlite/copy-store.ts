import { closeSync, fdatasyncSync, openSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { makePrivate } from '../place.ts'
import { openRaw, type RawDatabase } from './connection.ts'
import type { FileToRead } from './examining.ts'

type Progress = (done: number, total: number) => void

/** Pages that are copied between two looks at whether to go on: 8 MB. */
const pagesAtOnce = 2048
/** Steps after which what was written is brought to the disk: a whole file at once would hold up the desk's commits. */
const stepsPerSync = 4

/**
 * Copies a store's file to `to`, as it is at one moment, and returns what `look` reads at the same moment. Other
 * connections continue to write: the copying connection holds one read transaction, and SQLite's backup begins again
 * only when its own connection begins another. `progress` counts pages and may throw to stop it.
 */
export async function copyStore<T>(
  { file, nativeBinding }: FileToRead,
  to: string,
  look: (raw: RawDatabase) => T,
  progress: Progress,
): Promise<T> {
  const raw = openRaw(file, { readonly: true, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    raw.exec('begin')
    const seen = look(raw)
    await copyPages(raw, to, nativeBinding, progress)
    return seen
  } finally {
    raw.close()
  }
}

/** Copies the file behind an open connection; inside a transaction, as that transaction sees it. */
export async function copyPages(
  raw: RawDatabase,
  to: string,
  nativeBinding: string | undefined,
  progress: Progress,
): Promise<void> {
  makePrivate(to)
  // Closed after SQLite has closed its own: its locks on a file are released with the first handle that is closed.
  const handle = openSync(to, 'r+')
  let steps = 0
  try {
    await raw.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages)
        steps += 1
        if (steps % stepsPerSync === 0) fdatasyncSync(handle)
        return pagesAtOnce
      },
    })
  } finally {
    closeSync(handle)
  }
  makeSelfContained(to, nativeBinding)
}

/**
 * A copy of a store in WAL mode says so in its header, and SQLite would put two files beside it for each reader, which a
 * disk without write permission and most shares refuse. In EXCLUSIVE mode this change needs no shared memory.
 */
function makeSelfContained(copy: string, nativeBinding: string | undefined): void {
  const raw = new Sqlite(copy, nativeBinding ? { nativeBinding } : {})
  try {
    raw.pragma('locking_mode = EXCLUSIVE')
    raw.pragma('synchronous = FULL')
    raw.pragma('journal_mode = DELETE')
  } finally {
    raw.close()
  }
}
