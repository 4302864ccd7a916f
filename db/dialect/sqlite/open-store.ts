import type { Connection, Reader } from '../../handles.ts'
import type { StoreLock } from '../lock.ts'
import type { LostChanges, Marker } from '../mark.ts'
import type { StoreFile } from '../store-file.ts'
import { openRaw, type RawDatabase, readerOver } from './connection.ts'
import type { FileToRead } from './examining.ts'
import type { MigratedFrom, Steps } from './migrate.ts'
import type { SchemaPart } from './schema.ts'

export type OpenStore = {
  file: string
  /** Writes; only inside a transaction that run-command or the import opens. */
  writer: Connection
  /** Reads what is committed: where the writer does, and on a connection of its own while a transaction is open. */
  reader: Reader
  rawWriter: RawDatabase
  rawReader: RawDatabase
  /** The copy made before a migration, when one ran. */
  migratedFrom: MigratedFrom | null
  /** Changes that were acknowledged and are not in the store any more, as the mark beside it says. */
  lost: LostChanges | null
  /** What the store's schema should be, for `doctor` alone. */
  expected?: { parts: SchemaPart[]; known: number }
  /** What `doctor` may open for reading in a thread of its own: the store, or the copy of it that is read instead. */
  secondConnection?: FileToRead
  close: () => void
}

export type OpenOptions = {
  /** `new`: the file must not be there; `existing`: it must; `either`: made when it is missing. */
  mode: 'new' | 'existing' | 'either'
  /** For `doctor`, which names what is wrong instead of being turned away by it: the store is only read. */
  toExamine?: boolean
  nativeBinding?: string
  /** The steps to the version that this program writes; tests give their own. */
  steps?: Steps
}

type Opened = Pick<OpenStore, 'file' | 'writer' | 'rawWriter' | 'migratedFrom' | 'lost'> & {
  path: string
  lock: StoreLock
  storeFile: StoreFile
  marker: Marker
}

/** A store whose writing connection is open and checked: opens its reading connection, and closes all in their order. */
export function assembleStore(
  { path, lock, storeFile, marker, ...store }: Opened,
  options: OpenOptions,
): OpenStore {
  const rawReader = openRaw(path, { readonly: true, ...bindingOf(options) })
  return {
    ...store,
    reader: readerOver(rawReader, store.rawWriter),
    rawReader,
    close: () => {
      marker.close()
      rawReader.close()
      storeFile.settle()
      store.rawWriter.close()
      storeFile.release()
      lock.release()
    },
  }
}

/** The driver's compiled part, where the package keeps it elsewhere. */
export function bindingOf({ nativeBinding }: OpenOptions) {
  return nativeBinding ? { nativeBinding } : {}
}
