import type { Writer } from '#db/handles.ts'
import { nextChildId } from '#db/repositories/guest/children.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { checkDocumentNumber, type DocumentFacts } from '#shared/domain/document/document.ts'
import { putContact } from '#shared/domain/guest/contacts.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { type GuestId, ok, refuse } from '#shared/values/index.ts'
import { checkedContact, checkPerson, guestAggregate } from '../guest/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { putDocument } from './put-document.ts'

type Told = NonNullable<ParsedOf<'registration.saveDetails'>['profile']>

/** Writes down what the law asks and the profile has a field for. What is empty was not told, and takes nothing away. */
export function saveProfile(tx: Writer, ctx: Context, id: GuestId, { version, ...told }: Told) {
  const { document, phone, ...fields } = told
  return edit(tx, ctx, guestAggregate, id, version, async (guest) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
    let next: GuestImage = { ...guest, ...given }
    if (document) {
      const { kind, number } = document
      const checked = checkDocumentNumber(kind, number, ctx.businessDate)
      if (!checked.ok)
        return refuse('DOCUMENT_INVALID', {
          ...checked.refusal.params,
          kind,
          field: 'profile.document.number',
          why: checked.refusal.code,
        })
      const country = document.country || (kind === 'resident-id' ? 'CHN' : '')
      const part = { ...document, country, number: checked.value.number }
      next = { ...withFacts(next, checked.value.facts), documents: await putDocument(tx, guest, part) }
    }
    if (phone) {
      const contact = checkedContact('mobile', phone, ctx.hotel.country, 'profile.phone')
      if (!contact.ok) return contact
      const key = await nextChildId(tx, 'guest_contacts')
      next = { ...next, contacts: putContact(next.contacts, key, { ...contact.value, primary: false }) }
    }
    const person = checkPerson(guest, next, ctx.businessDate)
    return person.ok ? ok(person.value) : person
  })
}

/** A resident ID says birth date and sex: they need not be typed beside it. */
function withFacts(guest: GuestImage, { birthDate, gender, nationality }: DocumentFacts): GuestImage {
  return {
    ...guest,
    birthDate: guest.birthDate ?? birthDate ?? null,
    gender: guest.gender || (gender as GuestImage['gender'] | undefined) || '',
    nationality: guest.nationality || nationality || '',
  }
}
