import { nextChildId } from '#db/repositories/guest/children.ts'
import { choosePreference } from '#shared/domain/guest/preferences.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { without } from './without.ts'

/** Notes a preference: in a group of one choice it takes the place of the old, an opposite gives way, a full group refuses. */
export const setPreference = writes('guest.setPreference', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    const { group, value } = input
    const inGroup = Object.values(guest.preferences).filter((one) => one.group === group)
    const chosen = choosePreference(
      group,
      inGroup.map((one) => one.value),
      value,
    )
    if (!chosen.ok) {
      if (chosen.refusal.code === 'preference.known') return ok(guest)
      const code =
        chosen.refusal.code === 'preference.tooMany' ? 'PREFERENCE_FULL' : 'PREFERENCE_NOT_IN_GROUP'
      return refuse(code, chosen.refusal.params)
    }
    const kept = Object.fromEntries(
      Object.entries(guest.preferences).filter(
        ([, one]) => one.group !== group || chosen.value.includes(one.value),
      ),
    )
    const id = await nextChildId(tx, 'guest_preferences')
    const added = { group, value, source: 'staff' as const, notedOn: ctx.businessDate }
    return ok({ ...guest, preferences: { ...kept, [id]: added } })
  }),
)

/** Takes a preference off the guest. */
export const removePreference = writes('guest.removePreference', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.preferences[input.id]) return refuse('PREFERENCE_UNKNOWN', { id: input.id })
    return ok({ ...guest, preferences: without(guest.preferences, input.id) })
  }),
)
