import type { Reader, Writer } from '../dialect/connection.ts'

export type Receipt = { operation: string; change: number; output: string }

/** The answer that a request id got before; undefined for a new one. */
export async function findReceipt(db: Reader | Writer, requestId: string): Promise<Receipt | undefined> {
  return db
    .selectFrom('receipts')
    .select(['operation', 'change', 'output'])
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

export async function insertReceipt(tx: Writer, requestId: string, receipt: Receipt): Promise<void> {
  await tx
    .insertInto('receipts')
    .values({ request_id: requestId, ...receipt })
    .execute()
}
