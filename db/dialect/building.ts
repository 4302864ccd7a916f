import type { Kysely, TransactionBuilder } from 'kysely'
import type { Connection, Reader, Writer } from '../handles.ts'
import type { Database } from '../schema/database.ts'

/** The builders that read; a query that inserts does not compile. */
export type ReadBuilder = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'executeQuery' | 'getExecutor'
>

/** Builds and runs queries on a handle. The same object, seen by its other type: nothing happens at run time. */
export function readWith(db: Reader): ReadBuilder {
  return db as unknown as ReadBuilder
}

/** Builds and runs what reads or writes in a transaction. */
export function writeWith(tx: Writer): Kysely<Database> {
  return tx as unknown as Kysely<Database>
}

/** The transaction that a connection may begin. */
export function beginsOn(connection: Connection): TransactionBuilder<Database> {
  return (connection as unknown as Kysely<Database>).transaction()
}

/** The handle of a connection that the dialect has opened. */
export function handleOf(kysely: Kysely<Database>): Connection {
  return kysely as unknown as Connection
}
