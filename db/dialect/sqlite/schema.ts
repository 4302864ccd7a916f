import Sqlite from 'better-sqlite3'
import type { migrations } from '../../migrations/index.ts'
import { inTransaction } from '../../transaction.ts'
import { writeWith } from '../building.ts'
import { handleOver, type RawDatabase } from './connection.ts'

/** A table, index, view or trigger with the text that made it. */
export type SchemaPart = { type: string; name: string; sql: string }

/** What a store's own schema says; SQLite's own tables and the indexes it makes by itself are left out. */
export function schemaOf(raw: RawDatabase): SchemaPart[] {
  const parts = raw
    .prepare(
      "select type, name, sql from sqlite_master where name not like 'sqlite\\_%' escape '\\' and sql is not null",
    )
    .all() as SchemaPart[]
  return parts.map((part) => ({ ...part, sql: part.sql.replace(/\s+/g, ' ').trim() }))
}

/** The schema that these steps make: a store in memory that nothing happened to. */
export async function schemaMadeBy(
  steps: typeof migrations,
  nativeBinding: string | undefined,
): Promise<SchemaPart[]> {
  const raw = new Sqlite(':memory:', nativeBinding ? { nativeBinding } : {})
  try {
    const db = handleOver(raw)
    raw.unsafeMode(true)
    for (const { up } of steps) await inTransaction(db, (tx) => up(writeWith(tx) as never))
    return schemaOf(raw)
  } finally {
    raw.close()
  }
}
