import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { error, type Finding, namedOfAKind, type Progress } from './finding.ts'

/** The file's own structure, page by page and entry by entry, then every reference between tables. */
export function examineIntegrity(raw: RawDatabase, progress: Progress): Finding[] {
  // The whole file at once: table by table, its pages would have to be read once more to find those of nobody.
  const broken = raw.prepare(`pragma integrity_check(${namedOfAKind})`).pluck().all() as string[]
  progress(1, 2)
  const references = raw.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  progress(2, 2)
  return [
    ...broken.filter((message) => message !== 'ok').map((detail) => error('INTEGRITY', { detail })),
    ...references
      .slice(0, namedOfAKind)
      .map((row) => error('FOREIGN_KEY', { table: row.table, row: row.rowid ?? 0, parent: row.parent })),
  ]
}
