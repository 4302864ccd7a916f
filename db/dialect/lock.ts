import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { storeErrorOf } from './errors.ts'

export type StoreLock = { release: () => void }

/**
 * One process owns a store. The lock is a file beside it, held by the operating system through SQLite's own
 * locking: it goes with the process however that ends, so a crash leaves no stale lock. Its header carries the
 * owner's process number for the message.
 */
export function takeLock(file: string, nativeBinding?: string): StoreLock | { heldBy: number } {
  const path = `${file}-lock`
  const options = { timeout: 0, ...(nativeBinding ? { nativeBinding } : {}) }
  const lock = new Sqlite(path, options)
  try {
    lock.pragma('journal_mode = DELETE')
    lock.pragma('synchronous = OFF')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec(`begin exclusive; pragma user_version = ${process.pid}; commit; begin exclusive`)
  } catch (error) {
    lock.close()
    if (storeErrorOf(error)?.kind === 'busy') return { heldBy: ownerOf(path) }
    throw error
  }
  // The file stays when the lock goes: removing it would let two processes lock two files of one name.
  return { release: () => lock.close() }
}

/** SQLite keeps user_version at byte 60 of the file, big-endian; 0 when it can't be read. */
function ownerOf(path: string): number {
  try {
    const header = readFileSync(path)
    return header.length >= 64 ? header.readUInt32BE(60) : 0
  } catch {
    return 0
  }
}
