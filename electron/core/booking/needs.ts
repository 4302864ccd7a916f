import type { Rights } from '#shared/domain/access/rights.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
import { needsOf, refusalOfNeeds, refusalOfRight } from '#shared/domain/booking/needs.ts'
import type { Context } from '../kernel/context.ts'

/** Null, or the reason or the right that a change lacks. */
export function checkNeeds(
  ctx: Context,
  before: BookingImage | null,
  after: BookingImage,
  facts: BookingFacts,
  reason: string | undefined,
) {
  return refusalOfNeeds(needsOf(before, after, facts), rightsOf(ctx), reason ?? '')
}

/** What a preview says of it: why a reason is asked, and the right that the asker lacks. */
export function needsIn(ctx: Context, before: BookingImage | null, after: BookingImage, facts: BookingFacts) {
  const needs = needsOf(before, after, facts)
  return { reasonFor: needs.reasonFor, refusal: refusalOfRight(needs, rightsOf(ctx))?.refusal ?? null }
}

/** The rights of who asks. */
export function rightsOf(ctx: Context): Rights {
  return ctx.user?.rights ?? []
}
