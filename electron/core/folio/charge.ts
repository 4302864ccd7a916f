import type { Writer } from '#db/handles.ts'
import { readBalances, readSecurity } from '#db/queries/folio/read.ts'
import { readStay } from '#db/queries/folio/stay.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import { type LimitState, limitState } from '#shared/domain/folio/limit.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { routeOf } from '#shared/domain/folio/routing.ts'
import { type FolioId, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { type Context, may } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { type OpenFolio, readOpenFolio, readOpenWindow } from './guard.ts'
import { chargeLines } from './lines.ts'
import { post } from './post.ts'

/** Charges items to a folio: each goes where the folio's routings send it, else to the window that was named. */
export const charge = writes('folio.charge', postCharge)

/** The same for another area's command. */
export async function postCharge(tx: Writer, ctx: Context, input: ParsedOf<'folio.charge'>) {
  const folio = await readOpenWindow(tx, ctx, input)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const serviceDate = input.serviceDate ?? ctx.businessDate
  if (serviceDate > ctx.businessDate) return refuse('SERVICE_DATE_AHEAD', { date: serviceDate })
  const { bookingId } = folio.image
  const stay = bookingId === null ? null : await readStay(tx, bookingId, serviceDate)
  const lines: LineDraft[] = []
  for (const item of input.items) {
    const kind = chart.codes.get(item.codeId)?.kind
    if (kind !== undefined && kind !== 'charge' && kind !== 'package')
      return refuse('CODE_NOT_CHARGED', { code: chart.codes.get(item.codeId)?.code ?? '' })
    const priced = { ...item, unitMinor: item.unitMinor ?? chart.codes.get(item.codeId)?.priceMinor ?? null }
    const { unitMinor } = priced
    if (unitMinor === null) return refuse('PRICE_NEEDED', { code: chart.codes.get(item.codeId)?.code ?? '' })
    const made = chargeLines(
      chart,
      { ...priced, unitMinor },
      { folioId: folio.id, window: input.window, serviceDate, stay },
    )
    if (!made.ok) return made
    lines.push(...made.value)
  }
  const placed = await placeLines(tx, chart, folio, lines)
  if (isRefused(placed)) return placed
  const within = await checkLimits(tx, ctx, chart, folio, placed, input.overLimit)
  if (isRefused(within)) return within
  const posted = await post(tx, ctx, chart, { kind: 'charge', folioId: folio.id, bookingId, lines: placed })
  return done({ postingId: posted.postingId, lineIds: posted.lineIds, limit: within.state }, posted.changes)
}

/** Lines where the folio's routings send them. Refused where a folio that takes them is closed. */
export async function placeLines(
  tx: Writer,
  chart: Chart,
  folio: OpenFolio,
  lines: readonly LineDraft[],
): Promise<LineDraft[] | Refused<'ROUTE_CLOSED'>> {
  const placed = routedLines(chart, folio.image, lines)
  const open = new Set<FolioId>([folio.id])
  for (const [at, { folioId }] of placed.entries()) {
    if (folioId === lines[at]?.folioId || open.has(folioId)) continue
    const target = await readOpenFolio(tx, folioId)
    if (isRefused(target)) return refuse('ROUTE_CLOSED', { id: folioId })
    open.add(folioId)
  }
  return placed
}

/** Lines where the routings send them, whatever the folios there are like. */
export function routedLines(
  chart: Chart,
  { routings }: Pick<FolioImage, 'routings'>,
  lines: readonly LineDraft[],
): LineDraft[] {
  return lines.map((line) => {
    const code = chart.codes.get(line.codeId)
    const charge = code && { codeId: code.id, group: code.group, serviceDate: line.serviceDate }
    const route = charge && routeOf(routings, charge)
    return route ? { ...line, folioId: route.toFolioId, window: route.toWindow } : line
  })
}

/**
 * Whether the folio may owe what these lines put on it itself. A folio that takes no charges refuses them; over the limit
 * a manager posts on purpose.
 */
export async function checkLimits(
  tx: Writer,
  ctx: Context,
  { settings }: Chart,
  folio: OpenFolio,
  lines: readonly LineDraft[],
  overLimit: boolean,
): Promise<{ state: LimitState } | Refused<'NO_POST' | 'CREDIT_LIMIT' | 'RIGHT_NEEDED'>> {
  const own = lines.filter(({ folioId }) => folioId === folio.id)
  const added = own.reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  if (added <= 0 || folio.image.kind !== 'booking') return { state: 'within' }
  if (overLimit && !may(ctx, 'folio-over-limit')) {
    return refuse('RIGHT_NEEDED', { needed: 'folio-over-limit' })
  }
  if (folio.image.noPost && !overLimit) return refuse('NO_POST')
  const limitMinor = folio.image.creditLimitMinor ?? settings.creditLimitMinor
  if (limitMinor === null) return { state: 'within' }
  const balances = Object.values(await readBalances(tx, folio.id))
  const { deposits, holds } = await readSecurity(tx, folio.id, ctx.businessDate)
  const balanceMinor = balances.reduce((sum, minor) => sum + minor, 0) + added
  const securedMinor = deposits + holds
  const state = limitState({ balanceMinor, securedMinor, limitMinor, warnPercent: settings.warnPercent })
  if (state !== 'over' || overLimit) return { state }
  return refuse('CREDIT_LIMIT', {
    limitMinor,
    owingMinor: balanceMinor - securedMinor,
    currency: ctx.hotel.currency,
  })
}
