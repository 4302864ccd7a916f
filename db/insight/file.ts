import { derivedFileOf } from '../derived/file.ts'
import { derivedKind } from '../derived/kind.ts'
import { insightTables } from './tables.ts'

/** Facts of guests, models and what runs of Insight found; "KRIN" in the header. */
export const insightKind = derivedKind('insight', 0x4b52494e, insightTables)

/** Where the insight file of a store is. */
export function insightFileOf(storePath: string): string {
  return derivedFileOf(insightKind, storePath)
}
