import type { Image } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import type { ChangesTable } from '../../schema/change.ts'

/** SQL for what a row of `changes` says that a thing was and became: the JSON text of an image or of a part, or null. */
export type ImageSql = { before: string; after: string }
/** What a thing was and became, as a whole or in the part that differs. */
export type Images = { before: Image | null; after: Image | null }

/**
 * How the images of the log are read in SQL from the store behind this connection: `select ${after} from changes`. Doctor
 * reads stores that were not migrated, so that the text depends on the store.
 */
export function imageSql(_raw: RawDatabase): ImageSql {
  return { before: 'before', after: 'after' }
}

/** The images of a row that was read with all its columns; null when they can't be read. */
export function imagesOf(row: Pick<ChangesTable, 'before' | 'after'>): Images | null {
  const before = imageIn(row.before)
  const after = imageIn(row.after)
  return before === undefined || after === undefined ? null : { before, after }
}

/** The image that is in a text of the log; undefined when none is. */
function imageIn(text: string | null): Image | null | undefined {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isImage(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isImage(value: unknown): value is Image | null {
  return typeof value === 'object' && !Array.isArray(value)
}
