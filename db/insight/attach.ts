import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDatabaseError, storeErrorOf } from '../dialect/errors.ts'
import { realName } from '../dialect/place.ts'
import type { RawDatabase } from '../dialect/sqlite/connection.ts'
import { rawOf } from '../dialect/sqlite/long-read.ts'
import {
  type InsightTrouble,
  insightFileOf,
  insightTroubleOf,
  isOfStore,
  kindOf,
  makeInsightFile,
  openInsightFile,
} from './file.ts'

/** The insight file as the desk's reader has it, under the name `insight`. */
export type AttachedInsight = {
  readonly file: string
  /** Why nothing can be kept in the file; queries then read empty tables. */
  readonly trouble: InsightTrouble | null
  /** Makes the file anew, empty: after damage. Nobody else has it open. */
  renew: () => void
  /** After the store is closed. */
  close: () => void
}

/**
 * Attaches the insight file to the reader of a store, made anew where it is missing, damaged, of other tables or of a store that
 * was restored since. Where there can be none, empty tables in a passing file take its place: no desk is without its hotel
 * for a file that can be computed again.
 */
export function attachInsight(
  reader: RawDatabase,
  storeFile: string,
  nativeBinding: string | undefined,
): AttachedInsight {
  const path = insightFileOf(realName(storeFile))
  let passing: string | null = null
  let trouble: InsightTrouble | null = null

  const attach = (file: string) => reader.prepare('attach ? as insight').run(file)
  const detach = () => {
    const names = reader.pragma('database_list') as { name: string }[]
    if (names.some(({ name }) => name === 'insight')) reader.exec('detach insight')
  }
  const makeAnew = () => {
    makeInsightFile(path, reader, nativeBinding)
    attach(path)
  }
  const passingFile = () => {
    passing ??= mkdtempSync(join(tmpdir(), 'keyrack-insight-'))
    const file = join(passing, 'insight')
    makeInsightFile(file, reader, nativeBinding)
    attach(file)
  }
  const bring = (anew: boolean) => {
    detach()
    trouble = troubleOf(() => {
      const kind = kindOf(path)
      if (kind === 'taken') return 'taken'
      if (anew || kind !== 'ours' || !attachedAsIs(path)) {
        detach()
        makeAnew()
      }
      return null
    })
    if (trouble === null) return
    detach()
    passingFile()
  }
  function attachedAsIs(file: string): boolean {
    try {
      attach(file)
      return isOfStore(reader, 'insight', reader)
    } catch (error) {
      if (storeErrorOf(error)?.kind === 'damaged') return false
      throw error
    }
  }

  bring(false)
  return {
    file: path,
    get trouble() {
      return trouble
    },
    renew: () => bring(true),
    close: () => {
      if (passing) rmSync(passing, { recursive: true, force: true })
      else fold(path, nativeBinding)
    },
  }
}

function troubleOf(act: () => InsightTrouble | null): InsightTrouble | null {
  try {
    return act()
  } catch (error) {
    const trouble = insightTroubleOf(error)
    if (trouble === undefined) throw error
    return trouble
  }
}

/** A reader leaves the files behind that SQLite lays beside it; the last one to write takes them away. */
function fold(path: string, nativeBinding: string | undefined): void {
  if (kindOf(path) !== 'ours') return
  try {
    rawOf(openInsightFile({ file: path, nativeBinding })).close()
  } catch (error) {
    // Damaged or out of reach: the next opening sees to it
    if (!isDatabaseError(error)) throw error
  }
}
