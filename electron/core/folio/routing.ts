import { readFoliosWithRoutings } from '#db/queries/folio/routings.ts'
import type { FolioImage, Routing } from '#shared/domain/folio/folio.ts'
import { checkRouting, type RoutingCode } from '#shared/domain/folio/routing.ts'
import { type FolioId, isRefused, ok, type Result, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { folioAggregate } from './folio-aggregate.ts'
import { readOpenFolio } from './guard.ts'
import { openFolioOf } from './open.ts'

/** Sends charges of a folio to another folio or window, from date to date; `n` changes one that there is. */
export const setRouting = writes('folio.setRouting', async (tx, ctx, { id, version, n, routing }) => {
  const target = await readOpenFolio(tx, routing.toFolioId)
  if (isRefused(target)) return target
  const others = await readFoliosWithRoutings(tx, routing.toFolioId)
  return edit(tx, ctx, folioAggregate, id, version, (image) => withRouting(id, image, routing, others, n))
})

/** Takes a routing away; what it has routed stays where it is. */
export const removeRouting = writes('folio.removeRouting', (tx, ctx, { id, version, n }) =>
  edit(tx, ctx, folioAggregate, id, version, (image) => {
    if (!image.routings[n]) return refuse('ROUTING_UNKNOWN', { n })
    const { [n]: _gone, ...routings } = image.routings
    return ok({ ...image, routings })
  }),
)

/**
 * Sends charges of several bookings to one folio, the master account of their party: each booking's folio is opened where
 * there is none, and gets the routing. All or nothing.
 */
export const routeBookings = writes('folio.routeBookings', async (tx, ctx, { bookingIds, routing }) => {
  const target = await readOpenFolio(tx, routing.toFolioId)
  if (isRefused(target)) return target
  const others = await readFoliosWithRoutings(tx, routing.toFolioId)
  const changes: Change[] = []
  for (const bookingId of bookingIds) {
    const opened = await openFolioOf(tx, ctx, bookingId, null)
    if (!('done' in opened)) return opened
    const { id } = opened.output
    const folio = await readOpenFolio(tx, id)
    if (isRefused(folio)) return folio
    const edited = await edit(tx, ctx, folioAggregate, id, folio.version, (image) =>
      withRouting(id, image, routing, others),
    )
    if (!('done' in edited)) return edited
    changes.push(...opened.changes, ...edited.changes)
  }
  return done({ bookings: bookingIds.length }, changes)
})

function withRouting(
  id: FolioId,
  image: FolioImage,
  routing: Routing,
  others: ReadonlyMap<FolioId, FolioImage['routings']>,
  n?: number,
): Result<FolioImage, RoutingCode> {
  const checked = checkRouting(id, routing, (one) => others.get(one) ?? {})
  if (!checked.ok) return checked
  const key = n ?? 1 + Math.max(0, ...Object.keys(image.routings).map(Number))
  return ok({ ...image, routings: { ...image.routings, [key]: routing } })
}
