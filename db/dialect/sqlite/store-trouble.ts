import { storeErrorOf } from '../errors.ts'
import type { PlaceTrouble } from '../place.ts'

export type StoreTroubleCode =
  | PlaceTrouble
  | 'STORE_EXISTS'
  | 'STORE_LOCKED'
  | 'STORE_NEWER'
  | 'STORE_DAMAGED'
  | 'STORE_FULL'
  | 'STORE_UNAVAILABLE'

/** Why a store is not opened; words for each are in shared/i18n. */
export type StoreTrouble = { code: StoreTroubleCode; params: Record<string, string | number> }

/** The trouble behind an error of the driver; null for a defect. */
export function troubleCodeOf(error: unknown): StoreTroubleCode | null {
  switch (storeErrorOf(error)?.kind) {
    case 'damaged':
      return 'STORE_DAMAGED'
    case 'full':
      return 'STORE_FULL'
    case 'read-only':
      return 'STORE_READ_ONLY'
    case 'busy':
      return 'STORE_LOCKED'
    case 'unavailable':
      return 'STORE_UNAVAILABLE'
    default:
      return null
  }
}

/** The answer of a store that is not opened. */
export function trouble(code: StoreTroubleCode, file: string, params: StoreTrouble['params'] = {}) {
  return { trouble: { code, params: { file, ...params } } }
}
