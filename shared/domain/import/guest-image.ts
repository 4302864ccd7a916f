/** A guest of a row as the store keeps one, and what a later row of the same guest adds to it: nothing is overwritten. */
import type { DocumentKind } from '../document/kinds.ts'
import type { ContactKind } from '../guest/choices.ts'
import { putContact, settlePrimaries } from '../guest/contacts.ts'
import type { GuestImage } from '../guest/image.ts'
import { isUnnamed } from '../name/name.ts'
import { isMaskedAgencyEmail } from '../privacy/agency-email.ts'
import type { ImportedGuest } from './row.ts'

export type ImportedDocument = { kind: DocumentKind; number: string; country: string }
type ImportedContact = { kind: ContactKind; value: string; agencyMasked: boolean }

/** Draws the row numbers of new contacts and documents. */
export type NewIds = { contact: () => number; document: () => number }

/** The documents a row names; a resident ID is China's. */
export function documentsOf({
  residentId,
  passportNo,
  permit,
  nationality,
}: ImportedGuest): ImportedDocument[] {
  const documents: ImportedDocument[] = []
  if (residentId !== '') documents.push({ kind: 'resident-id', number: residentId, country: 'CHN' })
  if (passportNo !== '') documents.push({ kind: 'passport', number: passportNo, country: nationality })
  if (permit) documents.push({ ...permit, country: '' })
  return documents
}

function contactsOf({
  phone,
  furtherPhones,
  email,
  agencyMasked,
  furtherEmails,
}: ImportedGuest): ImportedContact[] {
  const phones = [phone, ...furtherPhones].filter((value) => value !== '')
  const emails = furtherEmails.map((value) => ({ value, agencyMasked: isMaskedAgencyEmail(value) }))
  if (email !== '') emails.unshift({ value: email, agencyMasked })
  return [
    ...phones.map((value) => ({ kind: phoneKind(value), value, agencyMasked: false })),
    ...emails.map((one) => ({ kind: 'email' as const, ...one })),
  ]
}

/** Mainland mobiles are recognised by their form; of other countries' numbers nothing is guessed. */
function phoneKind(value: string): 'mobile' | 'phone' {
  return /^\+861[3-9]\d{9}$/.test(value) ? 'mobile' : 'phone'
}

/** A new guest; `documents` are those of the row that nobody else has. */
export function guestImageOf(
  guest: ImportedGuest,
  documents: readonly ImportedDocument[],
  createdAt: string,
  ids: NewIds,
): GuestImage {
  const contacts: GuestImage['contacts'] = {}
  for (const contact of contactsOf(guest)) contacts[ids.contact()] = { ...contact, primary: false }
  return {
    nativeName: guest.nativeName,
    familyName: guest.familyName,
    givenName: guest.givenName,
    salutation: '',
    gender: guest.gender,
    birthDate: guest.birthDate,
    nationality: guest.nationality,
    language: guest.language,
    unnamed: isUnnamed(guest),
    createdAt,
    contacts: settlePrimaries(contacts),
    documents: Object.fromEntries(
      documents.map((document) => [ids.document(), { ...document, expiresOn: null }]),
    ),
    preferences: {},
    tags: guest.tag === '' ? {} : { [guest.tag]: true },
    notes: {},
    alerts: {},
    consents: {},
  }
}

/**
 * The guest with what another row of the same guest says beside: further contacts and documents, a tag, and what the
 * profile does not say yet. What it says stays. The same image where the row adds nothing.
 */
export function withFurther(
  image: GuestImage,
  guest: ImportedGuest,
  documents: readonly ImportedDocument[],
  ids: NewIds,
): GuestImage {
  let next = filledIn(image, guest)
  for (const contact of contactsOf(guest)) {
    const known = Object.values(next.contacts).some(
      ({ kind, value }) => value === contact.value && (kind === contact.kind || kind !== 'email'),
    )
    if (!known)
      next = { ...next, contacts: putContact(next.contacts, ids.contact(), { ...contact, primary: false }) }
  }
  for (const document of documents) {
    const known = Object.values(next.documents).some(
      ({ kind, number }) => kind === document.kind && number === document.number,
    )
    if (!known)
      next = { ...next, documents: { ...next.documents, [ids.document()]: { ...document, expiresOn: null } } }
  }
  if (guest.tag !== '' && !next.tags[guest.tag]) next = { ...next, tags: { ...next.tags, [guest.tag]: true } }
  return next
}

function filledIn(image: GuestImage, guest: ImportedGuest): GuestImage {
  const next = { ...image }
  next.gender ||= guest.gender
  next.birthDate ||= guest.birthDate
  next.nationality ||= guest.nationality
  next.language ||= guest.language
  // 张伟 who comes as Zhang Wei has both names; Anna Probe in one cell has not a second one in two.
  if (next.familyName === '' && next.givenName === '' && !isInOneScript(next.nativeName, guest)) {
    next.familyName = guest.familyName
    next.givenName = guest.givenName
  }
  if (next.nativeName === '' && !isInOneScript(guest.nativeName, next)) next.nativeName = guest.nativeName
  next.unnamed = isUnnamed(next)
  const changed = (Object.keys(next) as (keyof GuestImage)[]).some((key) => next[key] !== image[key])
  return changed ? next : image
}

/** Whether the whole name already says the Latin one. */
function isInOneScript(
  nativeName: string,
  { familyName, givenName }: { familyName: string; givenName: string },
): boolean {
  return (
    nativeName !== '' && /^[\p{Script=Latin}\P{L}]*$/u.test(nativeName) && `${familyName}${givenName}` !== ''
  )
}
