import { writeWith } from '../../dialect/building.ts'
import type { Writer } from '../../handles.ts'

/** Whether any amount of money is in the store: its currency can't change then. */
export async function hasRates(tx: Writer): Promise<boolean> {
  return (
    (await writeWith(tx).selectFrom('room_nights').select('id').limit(1).executeTakeFirst()) !== undefined
  )
}
