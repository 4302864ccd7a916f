import { closeSync, existsSync, lstatSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import { storeErrorOf } from '../dialect/errors.ts'
import { makePrivate } from '../dialect/place.ts'
import { openRaw, type RawDatabase } from '../dialect/sqlite/connection.ts'
import type { FileToRead } from '../dialect/sqlite/examining.ts'
import { readChangeOrigin } from '../log-format.ts'
import type { DerivedKind } from './kind.ts'

/** Where the derived data of a store is: beside it, so that it moves and goes with it. */
export function derivedFileOf({ name }: DerivedKind, storePath: string): string {
  return `${storePath}-${name}`
}

const sqliteHeader = 'SQLite format 3\0'
/** Bytes of the -wal that are kept after a large write was folded into the file. */
const keptLog = 16_000_000

/** Why there is no file: something else has its name, or the disk refuses one (`read-only`, `full`, `unavailable`). */
export type DerivedTrouble = 'taken' | 'read-only' | 'full' | 'unavailable'

/** What the store is known by, and its newest change. */
export type StoreHead = { store: string; seq: number; hash: string }

export function readStoreHead(raw: RawDatabase): StoreHead {
  const first = readChangeOrigin(raw)?.firstHash ?? hashAt(raw, 1) ?? ''
  const head = raw.prepare('select seq, hash from change_head').get() as
    | { seq: number; hash: string }
    | undefined
  return { store: first, seq: head?.seq ?? 0, hash: head?.hash ?? '' }
}

function hashAt(raw: RawDatabase, seq: number): string | undefined {
  return raw.prepare('select hash from changes where seq = ?').pluck().get(seq) as string | undefined
}

/**
 * Whether a file that is attached to the store's connection under its kind's name is of this store as it is now. A copy that was
 * restored is the same store with other changes: then the hash of the newest change that the file knew is not in its log.
 */
export function isOfStore({ name, digest }: DerivedKind, store: RawDatabase): boolean {
  const there = store.prepare(`select 1 from ${name}.sqlite_master where name = 'meta'`).get()
  if (there === undefined) return false
  const meta = store
    .prepare(`select ddl, store, head_seq as seq, head_hash as hash from ${name}.meta`)
    .get() as (StoreHead & { ddl: string }) | undefined
  if (meta?.ddl !== digest) return false
  if (meta.seq === 0) return meta.store === '' || meta.store === readStoreHead(store).store
  return meta.store === readStoreHead(store).store && hashAt(store, meta.seq) === meta.hash
}

/** Opens a file for writing, with the tables in it; throws what the disk says. */
export function openToWrite({ file, nativeBinding }: FileToRead): RawDatabase {
  const raw = openRaw(file, { readonly: false, ...(nativeBinding ? { nativeBinding } : {}) })
  // After a power cut the newest transaction may be missing, and is computed again; WAL keeps the file whole
  raw.pragma('synchronous = NORMAL')
  raw.pragma(`journal_size_limit = ${keptLog}`)
  raw.pragma('temp_store = MEMORY')
  return raw
}

/** Makes the file with empty tables in the place of whatever of ours is there. Nobody has it open. */
export function makeDerivedFile(
  kind: DerivedKind,
  file: string,
  store: RawDatabase,
  nativeBinding: string | undefined,
): void {
  putAside(kind, file)
  makePrivate(file)
  const raw = openToWrite({ file, nativeBinding })
  try {
    raw.pragma(`application_id = ${kind.id}`)
    raw.transaction(() => {
      for (const table of kind.tables) raw.exec(table)
      raw
        .prepare("insert into meta (id, ddl, store, head_seq, head_hash) values (1, ?, ?, 0, '')")
        .run(kind.digest, readStoreHead(store).store)
    })()
  } finally {
    raw.close()
  }
}

/** A file of ours goes; one that is no database any more is kept under another name, in case it never was ours. */
function putAside(kind: DerivedKind, file: string): void {
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${file}${ending}`, { force: true })
  if (!existsSync(file)) return
  if (whatIsAt(kind, file) === 'ours') rmSync(file)
  else renameSync(file, `${file}-damaged`)
}

/** What has the file's name. A database of another program, a folder or a link is never touched. */
export function whatIsAt(kind: DerivedKind, file: string): 'none' | 'ours' | 'damaged' | 'taken' {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat) return 'none'
  if (!stat.isFile()) return 'taken'
  if (stat.size === 0) return 'ours'
  const header = Buffer.alloc(72)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, sqliteHeader.length) !== sqliteHeader) return 'damaged'
  // SQLite keeps application_id at byte 68, big-endian; 0 where making the file was broken off
  const id = header.readUInt32BE(68)
  return id === kind.id || id === 0 ? 'ours' : 'taken'
}

/** What a disk's refusal means for the file; undefined for a defect. */
export function derivedTroubleOf(error: unknown): DerivedTrouble | undefined {
  const kind = storeErrorOf(error)?.kind
  if (kind === 'full' || kind === 'read-only' || kind === 'unavailable') return kind
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full'
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only'
  return /^E[A-Z]+$/.test(code) ? 'unavailable' : undefined
}
