import type { Reader, Writer } from '#db/handles.ts'
import { readHeldOf } from '#db/queries/folio/held.ts'
import { readBalances } from '#db/queries/folio/read.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { setFolioStatus } from '#db/repositories/folio/folio.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import { type FolioId, isRefused, ok, type PostingId, type Refused, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, conflict, done } from '../kernel/outcome.ts'
import { folioAggregate } from './folio-aggregate.ts'
import { checkDate, type OpenFolio, readOpenFolio } from './guard.ts'
import { takePayment } from './pay.ts'

/**
 * Takes the payments of the windows and closes the folio, all or nothing. `version` is the folio's as it was read: of two
 * desks that settle it at once, one is told of the other.
 */
export const settle = writes('folio.settle', async (tx, ctx, input) => {
  const closed = checkDate(ctx, input.businessDate)
  if (closed) return closed
  const folio = await readOpenFolio(tx, input.id)
  if (isRefused(folio)) return folio
  if (folio.version !== input.version) return conflict('folio', input.id)
  const chart = await readChart(tx)
  const changes: Change[] = []
  const postingIds: PostingId[] = []
  for (const payment of input.payments) {
    const paid = await takePayment(tx, ctx, chart, folio, payment)
    if (isRefused(paid)) return paid
    postingIds.push(paid.postingId)
    changes.push(...paid.changes)
  }
  const state = await closeFolio(tx, ctx, folio)
  if (isRefused(state)) return state
  return done({ id: input.id, version: folio.version + 1, postingIds }, [...changes, ...state])
})

/** Closes a folio that owes nothing and holds nothing. */
export const close = writes('folio.close', async (tx, ctx, input) => {
  const folio = await readOpenFolio(tx, input.id)
  if (isRefused(folio)) return folio
  if (folio.version !== input.version) return conflict('folio', input.id)
  const state = await closeFolio(tx, ctx, folio)
  if (isRefused(state)) return state
  return done({ id: input.id, version: folio.version + 1 }, state)
})

async function closeFolio(
  tx: Writer,
  ctx: Context,
  { id, image }: OpenFolio,
): Promise<Change[] | Refused<'FOLIO_OPEN' | 'DEPOSIT_HELD' | 'HOLD_OPEN'>> {
  const open = await findOpen(tx, ctx, id)
  if (open) return open
  const after: FolioImage = { ...image, status: 'closed', closedOn: ctx.businessDate }
  await setFolioStatus(tx, id, after)
  return changeOf('folio', id, image, after, image.bookingId ?? undefined)
}

/** Closes a folio that owes and holds nothing; one that does stays open. */
export async function closeSettled(tx: Writer, ctx: Context, id: FolioId): Promise<Change[]> {
  const folio = await readOpenFolio(tx, id)
  if (isRefused(folio)) return []
  const closed = await closeFolio(tx, ctx, folio)
  return isRefused(closed) ? [] : closed
}

/** What keeps a folio open: a window that owes or is owed, a deposit that is held, a pre-authorisation. */
async function findOpen(
  db: Reader,
  ctx: Context,
  id: FolioId,
): Promise<Refused<'FOLIO_OPEN' | 'DEPOSIT_HELD' | 'HOLD_OPEN'> | null> {
  const open = Object.entries(await readBalances(db, id)).find(([, minor]) => minor !== 0)
  if (open)
    return refuse('FOLIO_OPEN', { window: open[0], balanceMinor: open[1], currency: ctx.hotel.currency })
  const held = await readHeldOf(db, id)
  if (held.slip !== null) return refuse('DEPOSIT_HELD', { slip: held.slip })
  return held.holds > 0 ? refuse('HOLD_OPEN', { count: held.holds }) : null
}

/** Opens a closed folio again: a late charge, a refund after departure. */
export const reopen = writes('folio.reopen', (tx, ctx, input) =>
  edit(tx, ctx, folioAggregate, input.id, input.version, (image) =>
    image.status === 'open'
      ? refuse('FOLIO_IS_OPEN')
      : ok({ ...image, status: 'open' as const, closedOn: null }),
  ),
)

/** The guest is gone without paying 跑单: the folio stays open and is listed as such; taken back when they pay. */
export const markSkipped = writes('folio.markSkipped', (tx, ctx, input) =>
  edit(tx, ctx, folioAggregate, input.id, input.version, (image) => {
    if (image.status === 'closed') return refuse('FOLIO_CLOSED', { id: input.id, on: image.closedOn ?? '' })
    return ok({ ...image, skippedOn: input.skipped ? ctx.businessDate : null })
  }),
)
