import { openLongReader, rawOf } from '../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../handles.ts'
import { openInsightFile } from './file.ts'

export type HeavyPlace = { store: string; insight: string | null; nativeBinding: string | undefined }

/**
 * The worker's connections: the store for reading, the insight file for writing. The reader has what is committed of the
 * insight file beside the store, under the name `insight`, as the desk's reader has.
 */
export function openHeavy({ store, insight, nativeBinding }: HeavyPlace) {
  const reader = openLongReader({ file: store, nativeBinding })
  let file: InsightFile | null = null
  try {
    if (insight !== null) {
      file = openInsightFile({ file: insight, nativeBinding })
      rawOf(reader).prepare('attach ? as insight').run(insight)
    }
  } catch (error) {
    if (file) rawOf(file).close()
    rawOf(reader).close()
    throw error
  }
  return {
    store: reader,
    insight: file,
    /** False: it is this file, and not the store, that is damaged. */
    isInsightWhole: () => isWhole(file),
    close: () => {
      if (file) rawOf(file).close()
      rawOf(reader).close()
    },
  }
}

function isWhole(file: InsightFile | null): boolean {
  if (file === null) return true
  try {
    return rawOf(file).pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}
