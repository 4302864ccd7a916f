import { rawOf } from '../dialect/sqlite/long-read.ts'
import type { InsightFile, LongReader, ReportFile } from '../handles.ts'

/** Everything that `read` reads is of one moment, however much is written meanwhile. */
export function inOneRead<T>(store: LongReader, read: () => T): T {
  const raw = rawOf(store)
  if (raw.inTransaction) return read()
  raw.exec('begin')
  try {
    return read()
  } finally {
    // A damaged page may have ended it already
    if (raw.inTransaction) raw.exec('commit')
  }
}

/** Writes all of it or, where `write` throws, nothing. */
export function inOneWrite<T>(file: InsightFile | ReportFile, write: () => T): T {
  const raw = rawOf(file)
  raw.exec('begin immediate')
  try {
    const result = write()
    raw.exec('commit')
    return result
  } catch (error) {
    if (raw.inTransaction) raw.exec('rollback')
    throw error
  }
}
