import { nextChildId } from '#db/repositories/guest/children.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { putContact } from '#shared/domain/guest/contacts.ts'
import type { ContactPart, GuestImage } from '#shared/domain/guest/image.ts'
import { create } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkedContact, checkPerson } from './rules.ts'

/** Adds a guest with a name in at least one script, and its contacts. */
export const createGuest = writes('guest.create', async (tx, ctx, input) => {
  const { contacts: typed, ...fields } = input
  const checked: ContactPart[] = []
  for (const [index, one] of typed.entries()) {
    const contact = checkedContact(one.kind, one.value, ctx.hotel.country, `contacts.${index}.value`)
    if (!contact.ok) return contact
    checked.push({ ...contact.value, primary: one.primary })
  }
  const image = checkPerson(null, newGuest(fields, ctx.moment), ctx.businessDate)
  if (!image.ok) return image
  const id = await nextId(tx, 'guests')
  const firstContact = checked.length > 0 ? await nextChildId(tx, 'guest_contacts') : 0
  const contacts = checked.reduce<GuestImage['contacts']>(
    (before, contact, i) => putContact(before, firstContact + i, contact),
    {},
  )
  return create(tx, ctx, guestAggregate, id, { ...image.value, contacts })
})

function newGuest(fields: Omit<ParsedOf<'guest.create'>, 'contacts'>, createdAt: string): GuestImage {
  return {
    ...fields,
    unnamed: false,
    createdAt,
    contacts: {},
    documents: {},
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
}
