import type { Image } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import type { ChangesTable } from '../../schema/change.ts'

/** SQL for what a row of `changes` says that a thing was and became: the JSON text of an image or of a part, or null. */
export type ImageSql = { before: string; after: string }

/**
 * How the images of the log are read in SQL from the store behind this connection: `select ${after} from changes`. Doctor
 * reads stores that were not migrated, so that the text depends on the store.
 */
export function imageSql(_raw: RawDatabase): ImageSql {
  return { before: 'before', after: 'after' }
}

/** The images of a row that was read with all its columns. */
export function imagesOf(row: Pick<ChangesTable, 'before' | 'after'>): {
  before: Image | null
  after: Image | null
} {
  return { before: parsed(row.before), after: parsed(row.after) }
}

function parsed(text: string | null): Image | null {
  return text === null ? null : (JSON.parse(text) as Image)
}
