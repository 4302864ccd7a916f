import type { Writer } from '#db/handles.ts'
import { readUnposted } from '#db/queries/audit/day.ts'
import { type Close, rollBusinessDate } from '#db/repositories/audit/closes.ts'
import { maxTroubles } from '#shared/domain/audit/close.ts'
import { addDays } from '#shared/values/index.ts'
import { readPriceBook } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { changeOf } from '../kernel/outcome.ts'
import { blockedBy, readDay } from './blocked.ts'
import { type Part, partSize } from './part.ts'
import { keepsMoney, postEach } from './post-nights.ts'
import { closeSettings } from './settings.ts'

/**
 * Moves the business date, where nothing of the old one is left open: desks went on working while nights were posted, so
 * a guest who came meanwhile is posted first, and an arrival that was booked meanwhile stops the close. It is the one
 * transaction in which the date changes, and it names the date that it moves from.
 */
export async function roll(tx: Writer, ctx: Context, close: Close): Promise<Part> {
  const from = close.image.businessDate
  const blocked = blockedBy(await readDay(tx, ctx, await closeSettings.read(tx)))
  if (blocked) {
    const troubles = [{ ...blocked.refusal, bookingId: null }]
    return { changes: [], cursor: 0, image: { status: 'stopped', troubles } }
  }
  const book = await readPriceBook(tx)
  if (keepsMoney(book)) {
    const left = await readUnposted(tx, { date: from, after: 0, limit: maxTroubles })
    if (left.length > 0) return postLate(tx, ctx, book, left)
  }
  const to = addDays(from, 1)
  if (!(await rollBusinessDate(tx, from, to))) throw new Error(`the business date is not ${from}`)
  return { changes: changeOf('settings', 1, { businessDate: from }, { businessDate: to }), cursor: null }
}

/** Those who came meanwhile. Where some can't be posted and nobody else is left, the close stops and names them. */
async function postLate(
  tx: Writer,
  ctx: Context,
  book: Parameters<typeof postEach>[2],
  left: Parameters<typeof postEach>[3],
): Promise<Part> {
  const { changes, counts, troubles } = await postEach(tx, ctx, book, left.slice(0, partSize))
  if (counts.nights > 0) return { changes, counts, cursor: 0 }
  const others = await postEach(tx, ctx, book, left.slice(partSize))
  if (others.counts.nights > 0) return { changes: others.changes, counts: others.counts, cursor: 0 }
  const all = [...troubles, ...others.troubles]
  return { changes: [], cursor: 0, image: { status: 'stopped', troubles: all } }
}
