import { guestColumns, searchTokens } from '#db/repositories/guest/repository.ts'
import { flag } from '#db/schema/flag.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { ImportedGuest } from '#shared/domain/import/row.ts'
import { foldLatin } from '#shared/domain/name/fold.ts'
import { hasHan, isUnnamed } from '#shared/domain/name/name.ts'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import type { ContactId, DocumentId, GuestId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'
import type { WriteParts } from './write-parts.ts'

export type GuestWriter = {
  /** The guest a row means. `contradicts`: the document on file is under another name. */
  guestFor: (guest: ImportedGuest) => { id: GuestId; contradicts: string | null }
  written: { guests: number }
}

/**
 * Guests as rows name them. Two rows mean one guest when they give the same document or membership number, or the
 * same name with the same telephone; unsure is not merged: a name alone, or a telephone alone, makes a new guest.
 * A row without a name makes an unnamed guest of its own.
 *
 * Named guests get a change row each, like those made by hand. Unnamed ones (a nationality, nothing more) are
 * covered by the batch's row with its counts, and each by its booking's row, which names it: a row of the log for
 * every one of them would double the log and say nothing.
 */
export function createGuestWriter(parts: WriteParts): GuestWriter {
  const { bulk } = parts
  const seen = bulk.keys('guests')
  const written = { guests: 0 }
  const unnamedKey = sortKey({ nativeName: '', familyName: '', givenName: '' })

  function unnamed(guest: ImportedGuest): GuestId {
    const id = bulk.nextId('guests') as GuestId
    bulk.insertGuest(
      {
        id,
        native_name: '',
        family_name: '',
        given_name: '',
        sort_key: unnamedKey,
        salutation: '',
        gender: guest.gender,
        birth_date: guest.birthDate,
        nationality: guest.nationality,
        language: guest.language,
        unnamed: 1,
        created_at: parts.header.moment,
        version: 1,
      },
      '',
    )
    written.guests++
    return id
  }

  function onFile(guest: ImportedGuest, keys: GuestKeys): GuestId | null {
    for (const { kind, country, number, key } of keys.documents) {
      const id = seen.get(key) ?? bulk.guestByDocument(kind, country, number)
      if (id !== undefined) return id as GuestId
    }
    if (keys.membership) {
      const id = seen.get(keys.membership) ?? bulk.guestByMembership(guest.membershipNo)
      if (id !== undefined) return id as GuestId
    }
    // A row with a document of its own that nobody has is somebody else, or at least unsure.
    if (keys.documents.length === 0 && keys.nameAndPhone)
      return (seen.get(keys.nameAndPhone) ?? null) as GuestId | null
    return null
  }

  return {
    written,
    guestFor: (guest) => {
      if (
        isUnnamed(guest) &&
        guest.residentId === '' &&
        guest.passportNo === '' &&
        guest.phone === '' &&
        guest.email === ''
      )
        return { id: unnamed(guest), contradicts: null }
      const keys = keysOf(guest)
      const known = onFile(guest, keys)
      const id = known ?? insertNamed(parts, guest)
      if (known === null) written.guests++
      const contradicts = known !== null ? contradiction(seen, keys) : null
      for (const key of keys.all) seen.add(key, id)
      return { id, contradicts }
    },
  }
}

type DocumentKey = { kind: string; country: string; number: string; key: string }
type GuestKeys = {
  documents: DocumentKey[]
  membership: string | null
  nameAndPhone: string | null
  /** Document with name: a document seen with names, none of them this one, is another's. */
  documentAndName: string | null
  all: string[]
}

/** Hashed, because they are on disk while the import runs. */
function hashed(...parts: string[]): string {
  return digestOf(JSON.stringify(parts))
}

function keysOf(guest: ImportedGuest): GuestKeys {
  const name = nameOf(guest)
  const documents: DocumentKey[] = []
  if (guest.residentId !== '') documents.push(documentKey('resident-id', 'CHN', guest.residentId))
  if (guest.passportNo !== '') documents.push(documentKey('passport', guest.nationality, guest.passportNo))
  const membership = guest.membershipNo === '' ? null : hashed('membership', guest.membershipNo)
  const nameAndPhone = name !== '' && guest.phone !== '' ? hashed('name', name, guest.phone) : null
  const first = documents[0]
  const documentAndName = first && name !== '' ? hashed('both', first.key, name) : null
  const all = [...documents.map(({ key }) => key), membership, nameAndPhone, documentAndName].filter(
    (key) => key !== null,
  )
  return { documents, membership, nameAndPhone, documentAndName, all }
}

function documentKey(kind: string, country: string, number: string): DocumentKey {
  return { kind, country, number, key: hashed('document', kind, country, number) }
}

/** Written alike, but for case, marks and spaces: 李 娜 is 李娜. */
function nameOf({ nativeName, familyName, givenName }: ImportedGuest): string {
  const native = hasHan(nativeName) ? nativeName.replace(/\s+/g, '') : nativeName
  const words = foldLatin(`${native} ${familyName} ${givenName}`).split(/\s+/)
  return words.filter((word) => word !== '').join(' ')
}

function contradiction(seen: { get: (key: string) => number | undefined }, keys: GuestKeys): string | null {
  const first = keys.documents[0]
  if (!first || !keys.documentAndName || seen.get(first.key) === undefined) return null
  return seen.get(keys.documentAndName) === undefined ? first.kind : null
}

function insertNamed(parts: WriteParts, guest: ImportedGuest): GuestId {
  const { bulk, header, command } = parts
  const id = bulk.nextId('guests') as GuestId
  const image = imageOf(parts, guest)
  bulk.insertGuest({ id, ...guestColumns(image), version: 1 }, searchTokens(image, []))
  for (const [contactId, { kind, value, primary, agencyMasked }] of Object.entries(image.contacts)) {
    bulk.into.guest_contacts({
      id: Number(contactId) as ContactId,
      guest_id: id,
      kind,
      value,
      is_primary: flag(primary),
      agency_masked: flag(agencyMasked),
    })
  }
  for (const [documentId, { kind, number, country, expiresOn }] of Object.entries(image.documents)) {
    bulk.into.guest_documents({
      id: Number(documentId) as DocumentId,
      guest_id: id,
      kind,
      number,
      country,
      expires_on: expiresOn,
    })
  }
  for (const tag of Object.keys(image.tags)) bulk.into.guest_tags({ guest_id: id, tag })
  bulk.insertChange(
    header,
    { entity: 'guest', entityId: id, bookingId: null, before: null, after: image },
    command,
  )
  return id
}

function imageOf({ bulk, header }: WriteParts, guest: ImportedGuest): GuestImage {
  const contacts: GuestImage['contacts'] = {}
  const documents: GuestImage['documents'] = {}
  const contact = (kind: 'mobile' | 'phone' | 'email', value: string, agencyMasked: boolean) => {
    contacts[bulk.nextId('guest_contacts')] = { kind, value, agencyMasked, primary: false }
  }
  // Mainland mobiles are recognised by their form; of other countries' numbers nothing is guessed.
  if (guest.phone !== '')
    contact(/^\+861[3-9]\d{9}$/.test(guest.phone) ? 'mobile' : 'phone', guest.phone, false)
  if (guest.email !== '') contact('email', guest.email, guest.agencyMasked)
  if (guest.residentId !== '')
    documents[bulk.nextId('guest_documents')] = {
      kind: 'resident-id',
      number: guest.residentId,
      country: 'CHN',
      expiresOn: null,
    }
  if (guest.passportNo !== '')
    documents[bulk.nextId('guest_documents')] = {
      kind: 'passport',
      number: guest.passportNo,
      country: guest.nationality,
      expiresOn: null,
    }
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
    createdAt: header.moment,
    contacts: settlePrimaries(contacts),
    documents,
    preferences: {},
    tags: guest.tag === '' ? {} : { [guest.tag]: true },
    notes: {},
    alerts: {},
    consents: {},
  }
}
