import type { Writer } from '../../dialect/sqlite/connection.ts'

/** Whether any amount of money stands in the store: its currency can't change then. */
export async function hasRates(tx: Writer): Promise<boolean> {
  return (await tx.selectFrom('room_nights').select('id').limit(1).executeTakeFirst()) !== undefined
}
