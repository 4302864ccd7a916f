import type { Writer } from '#db/handles.ts'
import { readUnposted } from '#db/queries/audit/day.ts'
import type { Close } from '#db/repositories/audit/closes.ts'
import { inAttempt } from '#db/transaction.ts'
import type { CloseTrouble } from '#shared/domain/audit/close.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type PriceBook, postTonight, readPriceBook } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import type { Change } from '../kernel/outcome.ts'
import { type Part, partSize } from './part.ts'

export type Posted = {
  changes: Change[]
  counts: { nights: number; roomMinor: number }
  troubles: CloseTrouble[]
}

/** Whether the hotel keeps money here at all: without a chart of accounts no night is posted. */
export function keepsMoney({ chart }: PriceBook): boolean {
  return chart.codes.size > 0
}

/** Room and tax of the next few who are in house. What can't be posted is tried again, and named, before the roll. */
export async function postNights(tx: Writer, ctx: Context, close: Close): Promise<Part> {
  const book = await readPriceBook(tx)
  if (!keepsMoney(book)) return { changes: [], cursor: null }
  const at = { date: close.image.businessDate, after: close.cursor, limit: partSize }
  const ids = await readUnposted(tx, at)
  const { changes, counts } = await postEach(tx, ctx, book, ids)
  return { changes, counts, cursor: ids.at(-1) ?? null }
}

/** Posts the night of each; one that can't be posted leaves nothing and is named with its reason. */
export async function postEach(
  tx: Writer,
  ctx: Context,
  book: PriceBook,
  ids: readonly BookingId[],
): Promise<Posted> {
  const posted: Posted = { changes: [], counts: { nights: 0, roomMinor: 0 }, troubles: [] }
  for (const bookingId of ids) {
    const answer = await inAttempt(
      tx,
      () => postTonight(tx, ctx, bookingId, book),
      (one) => 'postingId' in one,
    )
    if ('postingId' in answer) {
      posted.changes.push(...answer.changes)
      posted.counts.nights += 1
      posted.counts.roomMinor += answer.grossMinor
    } else if ('refusal' in answer) posted.troubles.push({ ...answer.refusal, bookingId })
  }
  return posted
}
