/** Which folio and window a charge goes to, and which routings are refused. */
import {
  type BusinessDate,
  type FolioId,
  ok,
  type Result,
  refuse,
  type TransactionCodeId,
  weekdayOf,
} from '../../values/index.ts'
import type { RevenueGroup } from './chart.ts'
import { type FolioImage, maxWindows, type Routing } from './folio.ts'

export type RoutedCharge = { codeId: TransactionCodeId; group: RevenueGroup; serviceDate: BusinessDate }
export type RouteTarget = { toFolioId: FolioId; toWindow: number }

export type RoutingCode = 'ROUTING_CIRCLE' | 'ROUTING_WINDOW' | 'ROUTING_DATES'

/** Where the first routing (by number) that takes a charge sends it; null where it stays. One step: routings don't chain. */
export function routeOf(routings: FolioImage['routings'], charge: RoutedCharge): RouteTarget | null {
  const first = inOrder(routings).find((routing) => takes(routing, charge))
  return first ? { toFolioId: first.toFolioId, toWindow: first.toWindow } : null
}

/**
 * Whether a folio may have a routing. Refused: a window that there isn't, no day between its dates, its own first window (where
 * charges are without it), and a folio whose routings lead back here, over however many others.
 */
export function checkRouting(
  folioId: FolioId,
  routing: Routing,
  routingsOf: (folioId: FolioId) => FolioImage['routings'],
): Result<Routing, RoutingCode> {
  const { toFolioId, toWindow, from, to } = routing
  if (!Number.isInteger(toWindow) || toWindow < 1 || toWindow > maxWindows) {
    return refuse('ROUTING_WINDOW', { window: toWindow, max: maxWindows })
  }
  if (from !== null && to !== null && from >= to) return refuse('ROUTING_DATES', { from, to })
  if (toFolioId === folioId) return toWindow === 1 ? refuse('ROUTING_CIRCLE', { folioId }) : ok(routing)
  return leadsTo(toFolioId, folioId, routingsOf)
    ? refuse('ROUTING_CIRCLE', { folioId: toFolioId })
    : ok(routing)
}

function takes(routing: Routing, charge: RoutedCharge): boolean {
  const { codeIds, groups, from, to, weekdays } = routing
  const isAll = codeIds.length === 0 && groups.length === 0
  return (
    (isAll || codeIds.includes(charge.codeId) || groups.includes(charge.group)) &&
    (from === null || charge.serviceDate >= from) &&
    (to === null || charge.serviceDate < to) &&
    // Sunday is 7 in a routing and 0 in a date
    (weekdays.length === 0 || weekdays.includes(weekdayOf(charge.serviceDate) || 7))
  )
}

function leadsTo(
  start: FolioId,
  end: FolioId,
  routingsOf: (folioId: FolioId) => FolioImage['routings'],
): boolean {
  const seen = new Set<FolioId>()
  const open = [start]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === end) return true
    if (seen.has(at)) continue
    seen.add(at)
    open.push(...inOrder(routingsOf(at)).map((routing) => routing.toFolioId))
  }
  return false
}

/** Whole numbers as keys are listed in their order, whatever order they were set in. */
function inOrder(routings: FolioImage['routings']): Routing[] {
  return Object.values(routings)
}
