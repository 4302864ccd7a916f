import { beginsOn } from './dialect/building.ts'
import type { Connection, Writer } from './handles.ts'

/** Runs `body` in one transaction: committed when it returns, rolled back when it throws. */
export function inTransaction<T>(connection: Connection, body: (tx: Writer) => Promise<T>): Promise<T> {
  return beginsOn(connection).execute((tx) => body(tx as never))
}
