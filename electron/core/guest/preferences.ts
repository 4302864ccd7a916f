import type { Writer } from '#db/handles.ts'
import { nextChildId } from '#db/repositories/guest/children.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { choosePreference } from '#shared/domain/guest/preferences.ts'
import { ok, type Result, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { without } from './without.ts'

/** Notes a preference. */
export const setPreference = writes(
  'guest.setPreference',
  async (tx, ctx, { guestId, version, group, value }) =>
    edit(tx, ctx, guestAggregate, guestId, version, (guest) =>
      withPreference(tx, ctx, guest, { group, value, source: 'staff' }),
    ),
)

/** A guest with one preference more: in a group of one choice it takes the place of the old, an opposite gives way, a full group refuses. */
export async function withPreference(
  tx: Writer,
  { businessDate }: Pick<Context, 'businessDate'>,
  guest: GuestImage,
  { group, value, source }: Pick<GuestImage['preferences'][string], 'group' | 'value' | 'source'>,
): Promise<Result<GuestImage, 'PREFERENCE_FULL' | 'PREFERENCE_NOT_IN_GROUP'>> {
  const inGroup = Object.values(guest.preferences).filter((one) => one.group === group)
  const chosen = choosePreference(
    group,
    inGroup.map((one) => one.value),
    value,
  )
  if (!chosen.ok) {
    if (chosen.refusal.code === 'preference.known') return ok(guest)
    const code = chosen.refusal.code === 'preference.tooMany' ? 'PREFERENCE_FULL' : 'PREFERENCE_NOT_IN_GROUP'
    return refuse(code, chosen.refusal.params)
  }
  const kept = Object.fromEntries(
    Object.entries(guest.preferences).filter(
      ([, one]) => one.group !== group || chosen.value.includes(one.value),
    ),
  )
  const id = await nextChildId(tx, 'guest_preferences')
  return ok({ ...guest, preferences: { ...kept, [id]: { group, value, source, notedOn: businessDate } } })
}

/** Takes a preference off the guest. */
export const removePreference = writes('guest.removePreference', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.preferences[input.id]) return refuse('PREFERENCE_UNKNOWN', { id: input.id })
    return ok({ ...guest, preferences: without(guest.preferences, input.id) })
  }),
)
