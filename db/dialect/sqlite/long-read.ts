import type { InsightFile, LongReader, ReportFile } from '../../handles.ts'
import { openRaw, type RawDatabase } from './connection.ts'
import type { FileToRead } from './examining.ts'

/** Opens the store for long reads in a thread of their own. */
export function openLongReader({ file, nativeBinding }: FileToRead): LongReader {
  return openRaw(file, {
    readonly: true,
    ...(nativeBinding ? { nativeBinding } : {}),
  }) as unknown as LongReader
}

/** The connection behind a handle of the worker. The same object, seen by its other type. */
export function rawOf(handle: LongReader | InsightFile | ReportFile): RawDatabase {
  return handle as unknown as RawDatabase
}
