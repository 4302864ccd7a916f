import { migrations } from '../../migrations/index.ts'
import { unlessDamaged } from '../errors.ts'
import type { StoreLock } from '../lock.ts'
import { lostSince } from '../mark.ts'
import { handleOver, type RawDatabase } from './connection.ts'
import { openToExamine } from './examining.ts'
import type { OpenOptions, OpenStore } from './open-store.ts'
import { schemaMadeBy } from './schema.ts'
import { type StoreTrouble, trouble } from './store-trouble.ts'

/** For `doctor`: one reading connection, and what can't be read is left to the checks. */
export async function examineStore(
  file: string,
  path: string,
  lock: StoreLock,
  options: OpenOptions,
): Promise<OpenStore | { trouble: StoreTrouble }> {
  try {
    const { raw, close } = openToExamine(path, options.nativeBinding)
    const found = unlessDamaged(() => versionOf(raw)) ?? 0
    if (found > migrations.length) {
      close()
      lock.release()
      return trouble('STORE_NEWER', file, { found, known: migrations.length })
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
