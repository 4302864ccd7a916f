import { derivedFileOf } from '../derived/file.ts'
import { derivedKind } from '../derived/kind.ts'
import { reportTables } from './tables.ts'

/** What reports read: room-nights, bookings and what hangs on them, as they are and as they were. "KRRP" in the header. */
export const reportKind = derivedKind('report', 0x4b525250, reportTables)

/** Where the report file of a store is. */
export function reportFileOf(storePath: string): string {
  return derivedFileOf(reportKind, storePath)
}
