import { type Prepared, prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { type Numbered, nextIdExpression } from '../../next-id-expression.ts'

const queries = new Map<Numbered, Prepared<object, { id: number }>>()

/** Draws the next id of a table, inside the transaction that uses it. */
export async function nextId(tx: Reader, table: Numbered): Promise<number> {
  let query = queries.get(table)
  if (!query) {
    query = prepared((db) => db.selectNoFrom(nextIdExpression(table).as('id')))
    queries.set(table, query)
  }
  const row = await query.first(tx, {})
  return row?.id ?? 1
}
