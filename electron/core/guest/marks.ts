import { ok } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'

/** Sets the guest's tags: those not named are taken off. */
export const setTags = writes('guest.setTags', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    const tags = Object.fromEntries([...input.tags].sort().map((tag) => [tag, true as const]))
    return ok({ ...guest, tags })
  }),
)

/** Records what a guest stated about a channel, with the moment and the wording shown; the latest word holds. */
export const recordConsent = writes('guest.recordConsent', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    const { granted, wording } = input
    const consent = { granted, at: ctx.moment, wording, by: ctx.actor }
    return ok({ ...guest, consents: { ...guest.consents, [input.channel]: consent } })
  }),
)
