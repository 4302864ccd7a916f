import { nextChildId } from '#db/repositories/guest/children.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { without } from './without.ts'

/** Adds an alert or changes the one named by id. */
export const saveAlert = writes('guest.saveAlert', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    if (input.id !== undefined && !guest.alerts[input.id]) return refuse('ALERT_UNKNOWN', { id: input.id })
    const id = input.id ?? (await nextChildId(tx, 'guest_alerts'))
    const alert = { area: input.area, text: input.text, blocks: input.blocks }
    return ok({ ...guest, alerts: { ...guest.alerts, [id]: alert } })
  }),
)

/** Takes an alert off the guest; the reason goes into the log. */
export const removeAlert = writes('guest.removeAlert', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.alerts[input.id]) return refuse('ALERT_UNKNOWN', { id: input.id })
    return ok({ ...guest, alerts: without(guest.alerts, input.id) })
  }),
)
