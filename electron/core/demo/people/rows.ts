/** The rows of a demo hotel's guest. */

import type { DemoPerson } from '#core/demo/data/person.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { guestColumns } from '#db/repositories/guest/repository.ts'
import { flag } from '#db/schema/flag.ts'
import type { ContactPart, GuestImage } from '#shared/domain/guest/image.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import type { ContactId, GuestId } from '#shared/values/index.ts'

/** A new guest's image, before anything is recorded about them. */
export function personToImage(
  person: DemoPerson,
  createdAt: string,
  contacts: Record<string, ContactPart>,
): GuestImage {
  const { nativeName, familyName, givenName, salutation, gender, birthDate, nationality, language } = person
  return {
    nativeName,
    familyName,
    givenName,
    salutation,
    gender,
    birthDate,
    nationality,
    language,
    unnamed: false,
    createdAt,
    contacts,
    documents: {},
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
}

/** Writes a guest's own row, their search tokens and their contacts; `membership`: a number search finds them by. */
export function writeGuest(
  bulk: Bulk,
  id: GuestId,
  person: DemoPerson,
  image: GuestImage,
  membership: string | null,
  version: number,
): void {
  const values = (...kinds: string[]) =>
    person.contacts.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
  const tokens = guestTokens({
    nativeName: person.nativeName,
    familyName: person.familyName,
    givenName: person.givenName,
    phones: values('mobile', 'phone'),
    emails: values('email'),
    documents: person.documents.map(({ number }) => number),
    memberships: membership === null ? [] : [membership],
  })
  bulk.insertGuest({ id, ...guestColumns(image), version }, tokens)
  for (const [key, contact] of Object.entries(image.contacts)) {
    bulk.into.guest_contacts({
      id: Number(key) as ContactId,
      guest_id: id,
      kind: contact.kind,
      value: contact.value,
      is_primary: flag(contact.primary),
      agency_masked: flag(contact.agencyMasked),
    })
  }
}
