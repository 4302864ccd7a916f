import { sql } from 'kysely'
import { beginsOn, writeWith } from './dialect/building.ts'
import type { Connection, Writer } from './handles.ts'

/** Runs `body` in one transaction: committed when it returns, rolled back when it throws. */
export function inTransaction<T>(connection: Connection, body: (tx: Writer) => Promise<T>): Promise<T> {
  return beginsOn(connection).execute((tx) => body(tx as never))
}

/**
 * One of several attempts within a transaction: what it wrote is taken back where its answer is not `good`, and the
 * transaction goes on. Attempts do not stand within each other.
 */
export async function inAttempt<T>(
  tx: Writer,
  body: () => Promise<T>,
  good: (answer: T) => boolean,
): Promise<T> {
  const say = (words: string) => sql.raw(words).execute(writeWith(tx))
  await say('savepoint attempt')
  const answer = await body()
  if (!good(answer)) await say('rollback to attempt')
  await say('release attempt')
  return answer
}
