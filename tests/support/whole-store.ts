import { createHash } from 'node:crypto'
import { openRaw } from '#db/dialect/sqlite/connection.ts'

/** Every table of a store by a digest of its rows: equal before and after where nothing at all was written. */
export function wholeStore(file: string): Record<string, string> {
  const raw = openRaw(file, { readonly: true })
  try {
    const tables = raw
      .prepare(
        "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' order by 1",
      )
      .pluck()
      .all() as string[]
    const digests = tables.map((name) => {
      const hash = createHash('sha256')
      for (const row of raw.prepare(`select * from "${name}"`).raw().iterate())
        hash.update(JSON.stringify(row))
      return [name, hash.digest('base64url')]
    })
    return Object.fromEntries(digests)
  } finally {
    raw.close()
  }
}
