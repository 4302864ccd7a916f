import { nextChildId } from '#db/repositories/guest/children.ts'
import type { ContactPart } from '#db/repositories/guest/image.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkedContact } from './rules.ts'
import { without } from './without.ts'

/** Adds a contact or changes the one named by id. The first of a kind is its primary; a new primary takes over. */
export const saveContact = writes('guest.saveContact', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    if (input.id !== undefined && !guest.contacts[input.id])
      return refuse('CONTACT_UNKNOWN', { id: input.id })
    const checked = checkedContact(input.kind, input.value, ctx.hotel.country)
    if (!checked.ok) return checked
    const id = input.id ?? (await nextChildId(tx, 'guest_contacts'))
    const others = without(guest.contacts, id)
    const first = !Object.values(others).some(({ kind, primary }) => kind === input.kind && primary)
    const contact = { ...checked.value, primary: input.primary || first }
    return ok({ ...guest, contacts: { ...yielding(others, contact), [id]: contact } })
  }),
)

/** Takes a contact off the guest; the oldest other one of its kind becomes primary when it was. */
export const removeContact = writes('guest.removeContact', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    const gone = guest.contacts[input.id]
    if (!gone) return refuse('CONTACT_UNKNOWN', { id: input.id })
    const contacts = without(guest.contacts, input.id)
    const heir = gone.primary
      ? Object.entries(contacts).find(([, { kind }]) => kind === gone.kind)
      : undefined
    if (heir) contacts[heir[0]] = { ...heir[1], primary: true }
    return ok({ ...guest, contacts })
  }),
)

/** The other contacts of its kind stop being primary when this one is. */
function yielding(others: Record<string, ContactPart>, contact: ContactPart): Record<string, ContactPart> {
  if (!contact.primary) return others
  return Object.fromEntries(
    Object.entries(others).map(([key, other]) => [
      key,
      other.kind === contact.kind ? { ...other, primary: false } : other,
    ]),
  )
}
