import { findGuestKind, loadGuestKind, saveGuestKind } from '#db/repositories/insight/guest-kinds.ts'
import type { GuestKindImage } from '#shared/domain/insight/groups/kind-image.ts'
import { type GuestKindId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'

/** A kind of guests that a manager gave a name. */
export const guestKindAggregate: Aggregate<GuestKindImage> = {
  entity: 'guest-kind',
  unknown: 'KIND_UNKNOWN',
  load: (tx, id) => loadGuestKind(tx, id as GuestKindId),
  save: (tx, id, before, after) => saveGuestKind(tx, id as GuestKindId, before, after),
  check: async (tx, _ctx, id, _before, after) => {
    const owner = after && (await findGuestKind(tx, after.name))
    return owner !== null && owner !== id ? refuse('CODE_TAKEN', { code: after?.name ?? '' }) : null
  },
}
