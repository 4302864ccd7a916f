import { existsSync, rmSync, statSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { migrations } from '../migrations/index.ts'
import type { Database } from '../schema/database.ts'
import { kyselyOver, openRaw, type RawDatabase, type Reader } from './connection.ts'
import { storeErrorOf } from './errors.ts'
import { type StoreLock, takeLock } from './lock.ts'
import { type Lost, lostSince, type Marker, openMarker, readMark, removeMark } from './mark.ts'
import { applicationId, type PlaceTrouble, troubleWithPlace } from './place.ts'

export type StoreTroubleCode =
  | PlaceTrouble
  | 'STORE_EXISTS'
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'STORE_DAMAGED'
  | 'STORE_FULL'
  | 'STORE_UNAVAILABLE'

/** Why a store is not opened; words for each stand in shared/i18n. */
export type StoreTrouble = { code: StoreTroubleCode; params: Record<string, string | number> }

export type OpenStore = {
  file: string
  /** Writes; only inside a transaction that run-command or the import opens. */
  writer: Kysely<Database>
  /** Reads what is committed, on a connection of its own, so that a reader never waits for a writer. */
  reader: Reader
  rawWriter: RawDatabase
  rawReader: RawDatabase
  /** The copy made before a migration, when one ran. */
  migratedFrom: { version: number; copy: string } | null
  /** Changes that were acknowledged and are not in the store any more, as the mark beside it says. */
  lost: Lost | null
  close: () => void
}

export type OpenOptions = {
  /** `new`: the file must not be there; `existing`: it must; `either`: made when it is missing. */
  mode: 'new' | 'existing' | 'either'
  /** For `doctor`, which names what is wrong instead of being turned away by it: no migration, no look at the log's head. */
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
  if (place) return trouble(place, file)
  const isNew = !existsSync(file) || statSync(file).size === 0
  if (options.mode === 'new' && !isNew) return trouble('STORE_EXISTS', file)

  const lock = lockOrTrouble(file, options)
  if ('trouble' in lock) return lock
  if ('heldBy' in lock) return trouble('STORE_LOCKED', file, { process: lock.heldBy })
  const steps = options.steps ?? migrations
  const known = steps.length
  let raw: RawDatabase | null = null
  try {
    raw = openRaw(file, { readonly: false, ...binding(options) })
    const found = Number(raw.pragma('user_version', { simple: true }))
    if (found > known) {
      return giveUp(lock, raw, trouble('STORE_NEWER', file, { found, known }))
    }
    let marker: Marker | null = null
    const writer = kyselyOver(raw, () => marker?.note())
    const migratedFrom =
      found < known && !options.toExamine ? await migrate(raw, writer, file, found, steps) : null
    if (migratedFrom === 'damaged') return giveUp(lock, raw, trouble('STORE_DAMAGED', file))
    if (!options.toExamine && headIsBroken(raw)) return giveUp(lock, raw, trouble('STORE_DAMAGED', file))
    raw.pragma('optimize = 0x10002')
    if (isNew) removeMark(file)
    const lost = lostSince(readMark(file), raw)
    if (!options.toExamine) marker = openMarker(file, raw, lost)
    return opened({ file, lock, writer, marker, migratedFrom, lost, rawWriter: raw }, options)
  } catch (error) {
    const code = troubleCodeOf(error)
    if (!code) {
      raw?.close()
      lock.release()
      throw error
    }
    return giveUp(lock, raw, trouble(code, file))
  }
}

/** The lock is a file too: a full or broken disk says so here first. */
function lockOrTrouble(file: string, options: OpenOptions) {
  try {
    return takeLock(file, options.nativeBinding)
  } catch (error) {
    const code = troubleCodeOf(error)
    if (code) return trouble(code, file)
    throw error
  }
}

type Opened = Pick<OpenStore, 'file' | 'writer' | 'rawWriter' | 'migratedFrom' | 'lost'> & {
  lock: StoreLock
  marker: Marker | null
}

function opened({ lock, marker, ...store }: Opened, options: OpenOptions): OpenStore {
  const rawReader = openRaw(store.file, { readonly: true, ...binding(options) })
  return {
    ...store,
    reader: kyselyOver(rawReader),
    rawReader,
    close: () => {
      marker?.close()
      rawReader.close()
      store.rawWriter.close()
      lock.release()
    },
  }
}

/** Each migration is one transaction with its version in it: a crash leaves the store at a whole version. */
async function migrate(
  raw: RawDatabase,
  db: Kysely<Database>,
  file: string,
  found: number,
  steps: typeof migrations,
) {
  let copy = ''
  if (found > 0) {
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'damaged' as const
    copy = `${file}.before-${steps.length}`
    rmSync(copy, { force: true })
    raw.prepare('vacuum into ?').run(copy)
  } else {
    raw.pragma(`application_id = ${applicationId}`)
    // Into the file itself: a process that is killed before its first checkpoint would leave a file without our mark.
    raw.pragma('wal_checkpoint(TRUNCATE)')
  }
  for (const migration of steps.slice(found)) {
    await db.transaction().execute(async (tx) => {
      await migration.up(tx as unknown as Kysely<unknown>)
      raw.pragma(`user_version = ${migration.number}`)
    })
  }
  return found > 0 ? { version: found, copy } : null
}

/** The head names the newest change row; another newest row means that commits were lost or rows were cut off. */
function headIsBroken(raw: RawDatabase): boolean {
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

function giveUp<T>(lock: StoreLock, raw: RawDatabase | null, answer: T): T {
  raw?.close()
  lock.release()
  return answer
}

function binding(options: OpenOptions) {
  return options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}
}
