import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDatabaseError, storeErrorOf } from '../dialect/errors.ts'
import { realName } from '../dialect/place.ts'
import type { RawDatabase } from '../dialect/sqlite/connection.ts'
import {
  type DerivedTrouble,
  derivedFileOf,
  derivedTroubleOf,
  isOfStore,
  makeDerivedFile,
  openToWrite,
  whatIsAt,
} from './file.ts'
import type { DerivedKind } from './kind.ts'

/** A file of derived data as the desk's reader has it, under the name of its kind. */
export type AttachedFile = {
  readonly file: string
  /** Why nothing can be kept in the file; queries then read empty tables. */
  readonly trouble: DerivedTrouble | null
  /** Makes the file anew, empty: after damage. Nobody else has it open. */
  renew: () => void
  /** After the store is closed. */
  close: () => void
}

/**
 * Attaches a file of derived data to the reader of a store, made anew where it is missing, damaged, of other tables or of a store that
 * was restored since. Where there can be none, empty tables in a passing file take its place: no desk is without its hotel
 * for a file that can be computed again.
 */
export function attachDerived(
  kind: DerivedKind,
  reader: RawDatabase,
  storeFile: string,
  nativeBinding: string | undefined,
): AttachedFile {
  const { name } = kind
  const path = derivedFileOf(kind, realName(storeFile))
  let passing: string | null = null
  let trouble: DerivedTrouble | null = null

  const attach = (file: string) => reader.prepare(`attach ? as ${name}`).run(file)
  const detach = () => {
    const names = reader.pragma('database_list') as { name: string }[]
    if (names.some((one) => one.name === name)) reader.exec(`detach ${name}`)
  }
  const makeAnew = () => {
    makeDerivedFile(kind, path, reader, nativeBinding)
    attach(path)
  }
  const passingFile = () => {
    passing ??= mkdtempSync(join(tmpdir(), `keyrack-${name}-`))
    const file = join(passing, name)
    makeDerivedFile(kind, file, reader, nativeBinding)
    attach(file)
  }
  const bring = (anew: boolean) => {
    detach()
    trouble = troubleOf(() => {
      const there = whatIsAt(kind, path)
      if (there === 'taken') return 'taken'
      if (anew || there !== 'ours' || !attachedAsIs(path)) {
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
      return isOfStore(kind, reader)
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
      else fold(kind, path, nativeBinding)
    },
  }
}

function troubleOf(act: () => DerivedTrouble | null): DerivedTrouble | null {
  try {
    return act()
  } catch (error) {
    const trouble = derivedTroubleOf(error)
    if (trouble === undefined) throw error
    return trouble
  }
}

/** A reader leaves the files behind that SQLite lays beside it; the last one to write takes them away. */
function fold(kind: DerivedKind, path: string, nativeBinding: string | undefined): void {
  if (whatIsAt(kind, path) !== 'ours') return
  try {
    openToWrite({ file: path, nativeBinding }).close()
  } catch (error) {
    // Damaged or out of reach: the next opening sees to it
    if (!isDatabaseError(error)) throw error
  }
}
