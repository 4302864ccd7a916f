import { existsSync, statSync } from 'node:fs'
import { migrations } from '../../migrations/index.ts'
import { storeErrorOf } from '../errors.ts'
import { takeLock } from '../lock.ts'
import { lostSince, type Marker, openMarker, removeMark } from '../mark.ts'
import { makePrivate, type PlaceTrouble, realName, troubleWithPlace } from '../place.ts'
import { endBrokenRestore } from '../replace-store.ts'
import { holdStoreFile, type StoreFile } from '../store-file.ts'
import { handleOver, openRaw, type RawDatabase } from './connection.ts'
import { examineStore } from './examine-store.ts'
import { migrateStore } from './migrate.ts'
import { assembleStore, bindingOf, type OpenOptions, type OpenStore } from './open-store.ts'
import { type StoreTrouble, trouble, troubleCodeOf } from './store-trouble.ts'
import { measureTables } from './tidy.ts'

/**
 * Opens a store: checks the place, takes the lock, migrates (after an integrity check and a copy) and opens a
 * writing and a reading connection. Answers with a trouble, and with nothing left open, when it can't.
 */
export async function openStore(
  file: string,
  options: OpenOptions,
): Promise<OpenStore | { trouble: StoreTrouble }> {
  const place = troubleAfterRestore(file, options)
  if (place && !(place === 'STORE_READ_ONLY' && options.toExamine)) return trouble(place, file)
  const isNew = !existsSync(file) || statSync(file).size === 0
  if (options.mode === 'new' && !isNew) return trouble('STORE_EXISTS', file)
  const path = realName(file)

  const lock = lockOrTrouble(file, path, options)
  if ('trouble' in lock) return lock
  if ('heldBy' in lock) return trouble('STORE_LOCKED', file, { process: lock.heldBy })
  if (options.toExamine) return examineStore(file, path, lock, options)
  let raw: RawDatabase | null = null
  let marker: Marker | null = null
  let storeFile: StoreFile | null = null
  const giveUp = () => {
    raw?.close()
    storeFile?.release()
    lock.release()
  }
  try {
    if (isNew) makePrivate(path)
    raw = openRaw(path, { readonly: false, ...bindingOf(options) })
    const writer = handleOver(raw, {
      mayWrite: () => storeFile?.mustBeThere(),
      afterCommit: () => marker?.note(),
    })
    const migratedFrom = await migrateStore(raw, writer, { file, path }, options.steps ?? migrations)
    if (migratedFrom && 'trouble' in migratedFrom) {
      giveUp()
      return migratedFrom
    }
    measureUnlessDamaged(raw)
    if (isNew) removeMark(path)
    const lost = lostSince(path, raw)
    marker = openMarker(path, raw, lost)
    storeFile = holdStoreFile(path, raw)
    return assembleStore(
      { file, path, lock, storeFile, writer, marker, migratedFrom, lost, rawWriter: raw },
      options,
    )
  } catch (error) {
    giveUp()
    const code = troubleCodeOf(error)
    if (code) return trouble(code, file)
    throw error
  }
}

/** A page that can't be read, of the log for one, is no reason to be without the rest of the hotel. */
function measureUnlessDamaged(raw: RawDatabase): void {
  try {
    measureTables(raw)
  } catch (error) {
    if (storeErrorOf(error)?.kind !== 'damaged') throw error
  }
}

/** A restore that was killed may have left the store with two names: the second one is taken away, and it opens. */
function troubleAfterRestore(file: string, options: OpenOptions): PlaceTrouble | null {
  const look = () => troubleWithPlace(file, options.mode !== 'existing')
  const place = look()
  if (place !== 'STORE_LINKED' || options.toExamine) return place
  const lock = takeLock(realName(file), options.nativeBinding)
  // That process is the one that restores.
  if ('heldBy' in lock) return null
  try {
    return endBrokenRestore(realName(file)) ? look() : place
  } finally {
    lock.release()
  }
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
