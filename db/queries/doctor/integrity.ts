import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { openSecond } from '../../dialect/sqlite/examining.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'

/** A file that a thread may open for reading beside the connection that has the store. */
export type SecondConnection = { file: string; nativeBinding?: string | undefined }

/** `examineIntegrity` on a connection of its own. */
export function examineIntegrityOfFile(
  { file, nativeBinding }: SecondConnection,
  progress: Progress,
): Finding[] {
  const raw = openSecond(file, nativeBinding)
  try {
    return examineIntegrity(raw, progress)
  } finally {
    raw.close()
  }
}

/**
 * The file's own structure, page by page, and every reference between tables. Table by table, so that its progress can
 * be shown: together the two pragmas check what one `integrity_check` of the whole file does.
 */
export function examineIntegrity(raw: RawDatabase, progress: Progress): Finding[] {
  const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[]
  const total = tables.length + 2
  // Of one table `integrity_check` does not ask which pages of the file belong to nobody.
  const broken = new Set(messages(raw, `quick_check(${namedOfAKind})`))
  progress(1, total)
  for (const [index, table] of tables.entries()) {
    for (const message of messages(raw, `integrity_check('${table.replaceAll("'", "''")}')`))
      broken.add(message)
    progress(index + 2, total)
  }
  const references = raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  progress(total, total)
  return [
    ...[...broken].slice(0, namedOfAKind).map((detail) => error('INTEGRITY', { detail })),
    ...references
      .slice(0, namedOfAKind)
      .map((row) => error('FOREIGN_KEY', { table: row.table, row: row.rowid ?? 0, parent: row.parent })),
  ]
}

function messages(raw: RawDatabase, pragma: string): string[] {
  const rows = raw.prepare(`pragma ${pragma}`).pluck().all() as string[]
  return rows.filter((message) => message !== 'ok')
}
