import { nextChildId } from '#db/repositories/guest/children.ts'
import { putContact, settlePrimaries } from '#shared/domain/guest/contacts.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkedContact } from './rules.ts'
import { without } from './without.ts'

/** Adds a contact or changes the one named by id. */
export const saveContact = writes('guest.saveContact', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    if (input.id !== undefined && !guest.contacts[input.id])
      return refuse('CONTACT_UNKNOWN', { id: input.id })
    const checked = checkedContact(input.kind, input.value, ctx.hotel.country)
    if (!checked.ok) return checked
    const id = input.id ?? (await nextChildId(tx, 'guest_contacts'))
    const contact = { ...checked.value, primary: input.primary }
    return ok({ ...guest, contacts: putContact(guest.contacts, id, contact) })
  }),
)

/** Takes a contact off the guest; the oldest other one of its kind becomes primary when it was. */
export const removeContact = writes('guest.removeContact', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.contacts[input.id]) return refuse('CONTACT_UNKNOWN', { id: input.id })
    return ok({ ...guest, contacts: settlePrimaries(without(guest.contacts, input.id)) })
  }),
)
