import { existsSync, rmSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import type { Connection, Reader } from '../../handles.ts'
import { migrations } from '../../migrations/index.ts'
import { inTransaction } from '../../transaction.ts'
import { writeWith } from '../building.ts'
import { isDatabaseError, storeErrorOf } from '../errors.ts'
import { type StoreLock, takeLock } from '../lock.ts'
import { type LostChanges, lostSince, type Marker, openMarker, removeMark } from '../mark.ts'
import { applicationId, makePrivate, type PlaceTrouble, realName, troubleWithPlace } from '../place.ts'
import { holdStoreFile, type StoreFile } from '../store-file.ts'
import { handleOver, openRaw, type RawDatabase } from './connection.ts'
import { openToExamine } from './examining.ts'
import { type SchemaPart, schemaMadeBy } from './schema.ts'

export type StoreTroubleCode =
  | PlaceTrouble
  | 'STORE_EXISTS'
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'STORE_DAMAGED'
  | 'STORE_FULL'
  | 'STORE_UNAVAILABLE'

/** Why a store is not opened; words for each are in shared/i18n. */
export type StoreTrouble = { code: StoreTroubleCode; params: Record<string, string | number> }

export type OpenStore = {
  file: string
  /** Writes; only inside a transaction that run-command or the import opens. */
  writer: Connection
  /** Reads what is committed, on a connection of its own, so that a reader never waits for a writer. */
  reader: Reader
  rawWriter: RawDatabase
  rawReader: RawDatabase
  /** The copy made before a migration, when one ran. */
  migratedFrom: { version: number; copy: string } | null
  /** Changes that were acknowledged and are not in the store any more, as the mark beside it says. */
  lost: LostChanges | null
  /** What the store's schema should be, for `doctor` alone. */
  expected?: { parts: SchemaPart[]; known: number }
  /** What `doctor` may open for reading in a thread of its own: the store, or the copy of it that is read instead. */
  secondConnection?: { file: string; nativeBinding?: string | undefined }
  close: () => void
}

export type OpenOptions = {
  /** `new`: the file must not be there; `existing`: it must; `either`: made when it is missing. */
  mode: 'new' | 'existing' | 'either'
  /** For `doctor`, which names what is wrong instead of being turned away by it: the store is only read. */
  toExamine?: boolean
  nativeBinding?: string
  /** The steps to the version that this program writes; tests give their own. */
  steps?: typeof migrations
}

/**
 * Opens a store: checks the place, takes the lock, migrates (after an integrity check and a copy) and opens a
 * writing and a reading connection. Answers with a trouble, and with nothing left open, when it can't.
 */
export async function openStore(
  file: string,
  options: OpenOptions,
): Promise<OpenStore | { trouble: StoreTrouble }> {
  const place = troubleWithPlace(file, options.mode !== 'existing')
  if (place && !(place === 'STORE_READ_ONLY' && options.toExamine)) return trouble(place, file)
  const isNew = !existsSync(file) || statSync(file).size === 0
  if (options.mode === 'new' && !isNew) return trouble('STORE_EXISTS', file)
  const path = realName(file)

  const lock = lockOrTrouble(file, path, options)
  if ('trouble' in lock) return lock
  if ('heldBy' in lock) return trouble('STORE_LOCKED', file, { process: lock.heldBy })
  if (options.toExamine) return openedToExamine(file, path, lock, options)
  const steps = options.steps ?? migrations
  const known = steps.length
  let raw: RawDatabase | null = null
  let marker: Marker | null = null
  let kept: StoreFile | null = null
  try {
    if (isNew) makePrivate(path)
    raw = openRaw(path, { readonly: false, ...binding(options) })
    const found = Number(raw.pragma('user_version', { simple: true }))
    if (found > known) {
      return giveUp(lock, raw, trouble('STORE_NEWER', file, { found, known }))
    }
    if (isUnversioned(raw, found)) return giveUp(lock, raw, trouble('STORE_DAMAGED', file))
    const writer = handleOver(raw, {
      mayWrite: () => kept?.mustBeThere(),
      afterCommit: () => marker?.note(),
    })
    const migratedFrom = found < known ? await migrate(raw, writer, path, found, steps) : null
    if (migratedFrom === 'damaged') return giveUp(lock, raw, trouble('STORE_DAMAGED', file))
    if (headIsBroken(raw)) return giveUp(lock, raw, trouble('STORE_DAMAGED', file))
    raw.pragma('optimize = 0x10002')
    if (isNew) removeMark(path)
    const lost = lostSince(path, raw)
    marker = openMarker(path, raw, lost)
    kept = holdStoreFile(path, raw)
    return opened({ file, path, lock, kept, writer, marker, migratedFrom, lost, rawWriter: raw }, options)
  } catch (error) {
    raw?.close()
    kept?.release()
    const code = troubleCodeOf(error)
    if (code) return giveUp(lock, raw, trouble(code, file))
    lock.release()
    throw error
  }
}

/** Tables without a version were not left so by this program: treated as a new store, every step would fail on them. */
function isUnversioned(raw: RawDatabase, found: number): boolean {
  return found < 0 || (found === 0 && raw.prepare('select 1 from sqlite_master limit 1').get() !== undefined)
}

/** The lock is a file too: a full or broken disk says so here first. Where nothing can be written, looking needs no lock. */
function lockOrTrouble(file: string, path: string, options: OpenOptions) {
  try {
    return takeLock(path, options.nativeBinding)
  } catch (error) {
    const code = troubleCodeOf(error)
    if (!code) throw error
    return options.toExamine ? { release: () => undefined } : trouble(code, file)
  }
}

/** For `doctor`: one reading connection, and what can't be read is left to the checks. */
async function openedToExamine(file: string, path: string, lock: StoreLock, options: OpenOptions) {
  try {
    const { raw, close } = openToExamine(path, options.nativeBinding)
    const found = unlessDamaged(() => versionOf(raw)) ?? 0
    if (found > migrations.length) {
      return giveUp(lock, { close }, trouble('STORE_NEWER', file, { found, known: migrations.length }))
    }
    const db = handleOver(raw)
    const known = migrations.length
    const parts = await schemaMadeBy(migrations.slice(0, found > 0 ? found : known), options.nativeBinding)
    return {
      file,
      writer: db,
      reader: db,
      rawWriter: raw,
      rawReader: raw,
      migratedFrom: null,
      lost: unlessDamaged(() => lostSince(path, raw)),
      expected: { parts, known },
      secondConnection: { file: raw.name, nativeBinding: options.nativeBinding },
      close: () => {
        close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Read after the schema: in a header that was written over the number means nothing. */
function versionOf(raw: RawDatabase): number {
  raw.prepare('select count(*) from sqlite_master').get()
  return Number(raw.pragma('user_version', { simple: true }))
}

function unlessDamaged<T>(look: () => T): T | null {
  try {
    return look()
  } catch (error) {
    if (isDatabaseError(error)) return null
    throw error
  }
}

type Opened = Pick<OpenStore, 'file' | 'writer' | 'rawWriter' | 'migratedFrom' | 'lost'> & {
  path: string
  lock: StoreLock
  kept: StoreFile
  marker: Marker
}

function opened({ path, lock, kept, marker, ...store }: Opened, options: OpenOptions): OpenStore {
  const rawReader = openRaw(path, { readonly: true, ...binding(options) })
  return {
    ...store,
    reader: handleOver(rawReader),
    rawReader,
    close: () => {
      marker.close()
      rawReader.close()
      kept.settle()
      store.rawWriter.close()
      kept.release()
      lock.release()
    },
  }
}

/**
 * Each migration is one transaction with its version in it: a crash leaves the store at a whole version. Foreign keys
 * are not enforced meanwhile, because a table that is made again is dropped in between, and its children would go with it
 * (on delete cascade); instead every reference is looked at before the commit, and a broken one is no migration.
 */
async function migrate(
  raw: RawDatabase,
  db: Connection,
  file: string,
  found: number,
  steps: typeof migrations,
) {
  let copy = ''
  if (found > 0) {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged' as const
    copy = `${file}.before-${steps.length}`
    rmSync(copy, { force: true })
    makePrivate(copy)
    raw.prepare('vacuum into ?').run(copy)
  } else {
    raw.pragma(`application_id = ${applicationId}`)
    // Into the file itself: a process that is killed before its first checkpoint would leave a file without our mark.
    raw.pragma('wal_checkpoint(TRUNCATE)')
  }
  // Only outside a transaction: inside one the pragma does nothing.
  raw.pragma('foreign_keys = OFF')
  try {
    for (const migration of steps.slice(found)) {
      await inTransaction(db, async (tx) => {
        await migration.up(writeWith(tx) as unknown as Kysely<unknown>)
        const [broken] = raw.pragma('foreign_key_check') as { table: string; parent: string }[]
        if (broken)
          throw new Error(`${migration.name} breaks a reference: ${broken.table} → ${broken.parent}`)
        raw.pragma(`user_version = ${migration.number}`)
      })
    }
  } finally {
    raw.pragma('foreign_keys = ON')
  }
  return found > 0 ? { version: found, copy } : null
}

/** The head names the newest change row; another newest row means that commits were lost or rows were cut off. */
function headIsBroken(raw: RawDatabase): boolean {
  // A table that is not there, at this version, was lost with the page that named it.
  const tables = raw.prepare("select count(*) from sqlite_master where name in ('changes', 'change_head')")
  if (tables.pluck().get() !== 2) return true
  const head = raw.prepare('select seq, hash from change_head').get() as
    | { seq: number; hash: string }
    | undefined
  const last = raw.prepare('select seq, hash from changes order by seq desc limit 1').get() as typeof head
  return (head?.seq ?? 0) !== (last?.seq ?? 0) || (head?.hash ?? '') !== (last?.hash ?? '')
}

function troubleCodeOf(error: unknown): StoreTroubleCode | null {
  switch (storeErrorOf(error)?.kind) {
    case 'damaged':
      return 'STORE_DAMAGED'
    case 'full':
      return 'STORE_FULL'
    case 'read-only':
      return 'STORE_READ_ONLY'
    case 'busy':
      return 'STORE_LOCKED'
    case 'unavailable':
      return 'STORE_UNAVAILABLE'
    default:
      return null
  }
}

function trouble(code: StoreTroubleCode, file: string, params: StoreTrouble['params'] = {}) {
  return { trouble: { code, params: { file, ...params } } }
}

function giveUp<T>(lock: StoreLock, raw: { close: () => unknown } | null, answer: T): T {
  raw?.close()
  lock.release()
  return answer
}

function binding(options: OpenOptions) {
  return options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}
}
