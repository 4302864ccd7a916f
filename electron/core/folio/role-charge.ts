import type { Writer } from '#db/handles.ts'
import type { StayFacts } from '#db/queries/folio/stay.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { CodeRole } from '#shared/domain/folio/chart.ts'
import { codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import { isRefused, type PostingId, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { done } from '../kernel/outcome.ts'
import { placeLines } from './charge.ts'
import { readOpenFolio } from './guard.ts'
import { chargeLines } from './lines.ts'
import { openFolioOf } from './open.ts'
import { postOnce } from './post.ts'

/** What is charged by a rule: `amountMinor` above zero, `origin` makes it impossible twice. */
export type RoleCharge = {
  /** The first of them that the hotel's chart has is charged. */
  roles: readonly CodeRole[]
  amountMinor: number
  text: string
  origin: string
  reason?: string | null | undefined
}

/** Posts what a rule charges a booking, on the folio of its guest, which is opened where there is none. */
export async function postByRole(
  tx: Writer,
  ctx: Context,
  stay: StayFacts,
  { roles, amountMinor, text, origin, reason = null }: RoleCharge,
) {
  const opened = await openFolioOf(tx, ctx, stay.id, null)
  if (!('done' in opened)) return opened
  const folio = await readOpenFolio(tx, opened.output.id)
  if (isRefused(folio)) return folio
  const chart = await readChart(tx)
  const code = roles.map((role) => codeOfRole(chart, role)).find((one) => one !== undefined)
  if (!code) return refuse('CODE_UNKNOWN', { id: 0 })
  const item = { codeId: code.id, quantity: 1000, unitMinor: amountMinor, text }
  const lines = chargeLines(chart, item, {
    folioId: folio.id,
    window: 1,
    serviceDate: ctx.businessDate,
    stay,
  })
  if (!lines.ok) return lines
  const placed = await placeLines(tx, chart, folio, lines.value)
  if (isRefused(placed)) return placed
  const posted = await postOnce(tx, ctx, chart, {
    kind: 'fee',
    folioId: folio.id,
    bookingId: stay.id,
    reason,
    lines: placed,
    origin,
  })
  if (isRefused(posted)) return refuse('FEE_POSTED')
  const output: { postingId: PostingId } = { postingId: posted.postingId }
  return done(output, [...opened.changes, ...posted.changes])
}
