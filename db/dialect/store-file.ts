import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import { StoreMoved } from './errors.ts'
import type { RawDatabase } from './sqlite/connection.ts'

export type StoreFile = {
  /** Throws StoreMoved when another file, or none, is where the store was opened. */
  mustBeThere: () => void
  /** Before the store is closed. */
  settle: () => void
  /** After it is closed: SQLite's locks on a file go with the first handle of this process that is closed. */
  release: () => void
}

/**
 * Holds an open store to its name. Where the system lets an open file be moved (Linux, macOS), SQLite goes on writing
 * into a `-wal` that lies where the store no longer is: what it acknowledges then, nobody finds again.
 */
export function holdStoreFile(path: string, raw: RawDatabase): StoreFile {
  const handle = openSync(path, 'r')
  const { ino, dev } = fstatSync(handle)
  const isThere = () => {
    const now = lookAt(path)
    return now?.ino === ino && now.dev === dev
  }
  const foldIn = () => {
    // Deleted, or carried to another disk as a copy: that copy, put back beside its `-wal`, is whole again.
    const hasName = fstatSync(handle).nlink > 0
    if (hasName && !raw.inTransaction) checkpoint(raw)
  }
  return {
    mustBeThere: () => {
      if (isThere()) return
      foldIn()
      throw new StoreMoved(path)
    },
    settle: () => void (isThere() || foldIn()),
    release: () => closeSync(handle),
  }
}

/**
 * Takes what was acknowledged out of the `-wal` into the file under its new name: SQLite leaves it behind when a moved
 * store is closed, and anyone who opens the file there would miss it.
 */
function checkpoint(raw: RawDatabase): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // It stays where it is, as it would have without us.
  }
}

function lookAt(path: string) {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
