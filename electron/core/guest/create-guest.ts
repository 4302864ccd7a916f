import { nextChildId } from '#db/repositories/guest/children.ts'
import type { ContactPart, GuestImage } from '#db/repositories/guest/image.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { create } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { checkedContact, checkPerson } from './rules.ts'

/** Adds a guest with a name in at least one script; contacts come with it, the first of a kind being its primary. */
export const createGuest = writes('guest.create', async (tx, ctx, input) => {
  const { contacts: typed, ...fields } = input
  const contacts: ContactPart[] = []
  for (const [index, one] of typed.entries()) {
    const field = `contacts.${index}.value`
    const checked = checkedContact(one.kind, one.value, ctx.hotel.country, field)
    if (!checked.ok) return checked
    contacts.push({ ...checked.value, primary: isPrimary(typed, one) })
  }
  const image = checkPerson(null, newGuest(fields, ctx.moment), ctx.businessDate)
  if (!image.ok) return image
  const id = await nextId(tx, 'guests')
  const firstContact = contacts.length > 0 ? await nextChildId(tx, 'guest_contacts') : 0
  const keyed = Object.fromEntries(contacts.map((contact, i) => [firstContact + i, contact]))
  return create(tx, ctx, guestAggregate, id, { ...image.value, contacts: keyed })
})

type Typed = ParsedOf<'guest.create'>['contacts']

/** One primary a kind: the last that says so, else the first. */
function isPrimary(typed: Typed, one: Typed[number]): boolean {
  const ofKind = typed.filter(({ kind }) => kind === one.kind)
  return one === (ofKind.findLast(({ primary }) => primary) ?? ofKind[0])
}

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
