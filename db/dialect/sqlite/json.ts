import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'

/**
 * All rows of a small table as one JSON text, an object of the named columns each, by id. One value instead of rows: what is
 * read again and again can be compared with what it was as a text, and need not be built anew.
 */
export function rowsAsJson<T extends keyof Database & string>(
  table: T,
  columns: readonly (keyof Database[T] & string)[],
): RawBuilder<string> {
  const pairs = columns.map((name) => sql`${sql.lit(name)}, ${sql.ref(name)}`)
  return sql<string>`(select json_group_array(json_object(${sql.join(pairs)})) from (select * from ${sql.table(table)} order by id))`
}
