import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { storeErrorOf } from '../errors.ts'
import type { RawDatabase } from './connection.ts'

/** A file that may be opened for reading beside the connections that have it. */
export type FileToRead = { file: string; nativeBinding?: string | undefined }

export type Examining = { raw: RawDatabase; close: () => void }

/**
 * Opens a store for reading alone, with any damage: damage is for the checks to name. Nothing in or beside
 * the file is changed by it. Where SQLite can't lay its `-shm` beside it (a disk or folder that may only be read),
 * a passing copy is read instead.
 */
export function openToExamine(file: string, nativeBinding?: string): Examining {
  const hadLog = existsSync(`${file}-wal`)
  const raw = openReading(file, nativeBinding)
  if (canLook(raw)) return { raw, close: () => closeAsFound(raw, file, hadLog) }
  raw.close()
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-examine-'))
  const copy = join(folder, basename(file))
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const ofCopy = openReading(copy, nativeBinding)
  return {
    raw: ofCopy,
    close: () => {
      ofCopy.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a store for reading alone, looks, and closes it. */
export function lookInto<T>({ file, nativeBinding }: FileToRead, look: (raw: RawDatabase) => T): T {
  const { raw, close } = openToExamine(file, nativeBinding)
  try {
    return look(raw)
  } finally {
    close()
  }
}

/** One more connection to what is examined, for a thread of its own; with any damage, too. */
export function openSecond(file: string, nativeBinding?: string): RawDatabase {
  const raw = openReading(file, nativeBinding)
  canLook(raw)
  return raw
}

function openReading(file: string, nativeBinding?: string): RawDatabase {
  const raw = new Sqlite(file, { readonly: true, timeout: 5000, ...(nativeBinding ? { nativeBinding } : {}) })
  raw.pragma('mmap_size = 0')
  raw.pragma('trusted_schema = OFF')
  raw.pragma('cell_size_check = ON')
  raw.pragma('query_only = ON')
  return raw
}

/** False when the place is in the way; a damaged file can be looked at. */
function canLook(raw: RawDatabase): boolean {
  try {
    raw.prepare('select count(*) from sqlite_master').get()
    equip(raw)
    return true
  } catch (error) {
    const kind = storeErrorOf(error)?.kind
    return kind !== 'unavailable' && kind !== 'read-only' && kind !== 'full'
  }
}

function equip(raw: RawDatabase): void {
  // Every index entry looks its row up: with fewer pages in memory most of them are read again and again.
  raw.pragma('cache_size = -128000')
  // A full disk is one of the reasons why somebody asks.
  raw.pragma('temp_store = MEMORY')
}

/** A reading connection leaves the files behind that SQLite lays beside the store for it. */
function closeAsFound(raw: RawDatabase, file: string, hadLog: boolean): void {
  raw.close()
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (hadLog || (log && log.size > 0)) return
  for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
}
