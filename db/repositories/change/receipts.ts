import { prepared, preparedInsert } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

/** `asked`: a fingerprint of the act, its user and its input. */
export type Receipt = { asked: string; change: number; output: string }

const receiptById = prepared((db, at: { requestId: string }) =>
  db.selectFrom('receipts').select(['asked', 'change', 'output']).where('request_id', '=', at.requestId),
)
const insertRows = preparedInsert('receipts', ['request_id', 'asked', 'change', 'output'])

/** The answer that a request id got before; undefined for a new one. */
export async function findReceipt(db: Reader, requestId: string): Promise<Receipt | undefined> {
  return receiptById.first(db, { requestId })
}

export async function insertReceipt(tx: Writer, requestId: string, receipt: Receipt): Promise<void> {
  await insertRows(tx, [{ request_id: requestId, ...receipt }])
}
