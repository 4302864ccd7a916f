import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../schema/database.ts'

/**
 * All rows of a small table as one JSON text, a list of the named columns each, by id. One value instead of rows: what is
 * read again and again can be compared with what it was as a text, and need not be built anew.
 */
export function rowsAsJson<T extends keyof Database & string>(
  table: T,
  columns: readonly (keyof Database[T] & string)[],
): RawBuilder<string> {
  const values = columns.map((name) => sql.ref(name))
  return sql<string>`(select json_group_array(json_array(${sql.join(values)})) from (select * from ${sql.table(table)} order by id))`
}

/** The rows of such a text, by the columns that it was made of. */
export function rowsOfJson<Row>(text: string, columns: readonly (keyof Row & string)[]): Row[] {
  const rows = JSON.parse(text) as unknown[][]
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])) as Row)
}
