import { readMoneyOf } from '#db/queries/stay/check-in.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { freedNights } from '#shared/domain/stay/check-out.ts'
import { isRefused } from '#shared/values/index.ts'
import { earlyFeeOf, postFeeOf } from '../folio/public.ts'
import { tryEach } from '../kernel/each.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

/** Who of several would give up nights by leaving now, and what that costs each. */
export const reviewDepartures = reads('stay.reviewDepartures', async (db, { ids }, ctx) => {
  const rows: OutputOf<'stay.reviewDepartures'> = []
  for (const id of ids) {
    const booking = await loadBooking(db, id)
    if (booking?.image.status !== 'in-house') continue
    const { chargeMinor, posted } = await earlyFeeOf(db, ctx, id)
    rows.push({
      id,
      nights: freedNights(booking.image, ctx.businessDate).length,
      feeMinor: chargeMinor,
      posted,
      balanceMinor: (await readMoneyOf(db, id)).balanceMinor,
    })
  }
  return rows
})

/** Charges each what leaving early costs, as one act; whom it can't be charged to is answered with the reason. */
export const chargeEarly = writes('stay.chargeEarly', async (tx, ctx, { ids }) => {
  const each = await tryEach(tx, ids, (bookingId) =>
    postFeeOf(tx, ctx, { bookingId, fee: 'early-departure' }),
  )
  const [first] = each.failed
  if (each.done.length === 0 && first) return first.answer
  const failed = each.failed.flatMap(({ one: id, answer }) =>
    isRefused(answer) ? [{ id, code: answer.refusal.code, params: answer.refusal.params }] : [],
  )
  return done({ feeMinor: each.done.reduce((sum, { feeMinor }) => sum + feeMinor, 0), failed }, each.changes)
})
