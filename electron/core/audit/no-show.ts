import type { Writer } from '#db/handles.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { planNoShow } from '#shared/domain/audit/no-show.ts'
import { type BookingId, refuse } from '#shared/values/index.ts'
import { bookingAggregate } from '../booking/public.ts'
import { noShowFeeOf, postFeeOf } from '../folio/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import { onEach } from './each.ts'

/** Marks guests who did not come, each with the fee of the policy or with none and a reason. */
export const noShow = writes('audit.noShow', async (tx, ctx, { bookings, fee, reason }) => {
  if (fee === 'none' && !reason) return refuse('REASON_NEEDED')
  return onEach(tx, bookings, (one) => markNoShow(tx, ctx, one, fee))
})

type Marked = { id: BookingId; version: number; feeMinor: number }

/** One guest who did not come: the fee while the stay is known as it was booked, then its nights are free. */
export async function markNoShow(
  tx: Writer,
  ctx: Context,
  { id, version }: { id: BookingId; version: number },
  fee: ParsedOf<'audit.noShow'>['fee'],
): Promise<Outcome<Marked, RefusalOf<'audit.noShow'>>> {
  const feeMinor = fee === 'policy' ? await noShowFeeOf(tx, ctx, id) : 0
  const marked = await edit(tx, ctx, bookingAggregate, id, version, (image) =>
    planNoShow(image, ctx.businessDate),
  )
  if (!('done' in marked)) return marked
  const posted = feeMinor > 0 ? await postFeeOf(tx, ctx, { bookingId: id, fee: 'no-show' }) : null
  if (posted && !('done' in posted)) return posted
  return done({ id, version: marked.output.version, feeMinor }, [
    ...marked.changes,
    ...(posted?.changes ?? []),
  ])
}
