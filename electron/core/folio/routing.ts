import { readFoliosWithRoutings } from '#db/queries/folio/routings.ts'
import { checkRouting } from '#shared/domain/folio/routing.ts'
import { isRefused, ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { folioAggregate } from './folio-aggregate.ts'
import { readOpenFolio } from './guard.ts'

/** Sends charges of a folio to another folio or window, from date to date; `n` changes one that there is. */
export const setRouting = writes('folio.setRouting', async (tx, ctx, { id, version, n, routing }) => {
  const target = await readOpenFolio(tx, routing.toFolioId)
  if (isRefused(target)) return target
  const others = await readFoliosWithRoutings(tx, routing.toFolioId)
  return edit(tx, ctx, folioAggregate, id, version, (image) => {
    const checked = checkRouting(id, routing, (one) => others.get(one) ?? {})
    if (!checked.ok) return checked
    const key = n ?? 1 + Math.max(0, ...Object.keys(image.routings).map(Number))
    return ok({ ...image, routings: { ...image.routings, [key]: routing } })
  })
})

/** Takes a routing away; what it has routed stays where it is. */
export const removeRouting = writes('folio.removeRouting', (tx, ctx, { id, version, n }) =>
  edit(tx, ctx, folioAggregate, id, version, (image) => {
    if (!image.routings[n]) return refuse('ROUTING_UNKNOWN', { n })
    const { [n]: _gone, ...routings } = image.routings
    return ok({ ...image, routings })
  }),
)
