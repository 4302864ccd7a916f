import type { Image } from '#shared/domain/change/change.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { keepsPersonalApart } from '../../log-format.ts'
import type { ChangesTable } from '../../schema/change.ts'

/**
 * SQL for what a row of `changes` says that a thing was and became: the JSON text of an image or of a part, or null.
 * `erased`: whether what was personal of both was erased, so that they hold the rest alone.
 */
export type ImageSql = { before: string; after: string; erased: string }
/** What a thing was and became, as a whole or in the part that differs. */
export type Images = { before: Image | null; after: Image | null }

/**
 * How the images of the log are read in SQL from the store behind this connection: `select ${after} from changes`. Doctor
 * reads stores that were not migrated, so that the text depends on the store. Open fields come before personal ones.
 */
export function imageSql(raw: RawDatabase): ImageSql {
  return keepsPersonalApart(raw) ? imagesApart : { before: 'before', after: 'after', erased: '0' }
}

/** The same for a store of the present format. */
export const imagesApart: ImageSql = {
  before: joined('before'),
  after: joined('after'),
  erased: '(erased is not null)',
}

/** Both are flat objects, and no field is in both. */
function joined(column: 'before' | 'after'): string {
  const personal = `personal_${column}`
  return `case when ${personal} is null then ${column} when ${column} = '{}' then ${personal}
    else substr(${column}, 1, length(${column}) - 1) || ',' || substr(${personal}, 2) end`
}

type Columns = Pick<ChangesTable, 'before' | 'after' | 'personal_before' | 'personal_after'>

/** The images of a row that was read with all its columns; null when they can't be read. */
export function imagesOf(row: Columns): Images | null {
  const before = imageIn(row.before, row.personal_before)
  const after = imageIn(row.after, row.personal_after)
  return before === undefined || after === undefined ? null : { before, after }
}

/** The image that is in two texts of the log; undefined when none is. */
function imageIn(open: string | null, personal: string | null): Image | null | undefined {
  const rest = parsed(open)
  if (personal === null || !rest) return rest
  const own = parsed(personal)
  return own ? { ...rest, ...own } : undefined
}

function parsed(text: string | null): Image | null | undefined {
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
