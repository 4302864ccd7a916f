import type { RawDatabase } from '../dialect/sqlite/connection.ts'
import { openLongReader, rawOf } from '../dialect/sqlite/long-read.ts'
import type { InsightFile, ReportFile } from '../handles.ts'
import { openToWrite } from './file.ts'
import type { DerivedKind } from './kind.ts'

export type HeavyPlace = {
  store: string
  /** Null where there is no such file. */
  insight: string | null
  /** Null where there is none, and in the workers that run no reports. */
  report: string | null
  nativeBinding: string | undefined
}

/**
 * A worker's connections: the store for reading, the files of derived data for writing. The reader has what is committed of
 * those files beside the store, under the names of their kinds, as the desk's reader has.
 */
export function openHeavy({ store, nativeBinding, ...places }: HeavyPlace) {
  const reader = openLongReader({ file: store, nativeBinding })
  const files = new Map<DerivedKind['name'], RawDatabase>()
  const close = () => {
    for (const file of files.values()) file.close()
    rawOf(reader).close()
  }
  try {
    for (const name of ['insight', 'report'] as const) {
      const file = places[name]
      if (file === null) continue
      files.set(name, openToWrite({ file, nativeBinding }))
      rawOf(reader).prepare(`attach ? as ${name}`).run(file)
    }
  } catch (error) {
    close()
    throw error
  }
  return {
    store: reader,
    insight: (files.get('insight') ?? null) as unknown as InsightFile | null,
    report: (files.get('report') ?? null) as unknown as ReportFile | null,
    /** The file that is damaged; null: it is none of them, but the store. */
    damagedFile: () => [...files].find(([, file]) => !isWhole(file))?.[0] ?? null,
    close,
  }
}

function isWhole(file: RawDatabase): boolean {
  try {
    return file.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}
