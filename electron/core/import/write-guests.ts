import { guestColumns, searchTokens } from '#db/repositories/guest/repository.ts'
import { flag } from '#db/schema/flag.ts'
import { guestImageOf, type ImportedDocument, type NewIds } from '#shared/domain/import/guest-image.ts'
import type { ImportedGuest } from '#shared/domain/import/row.ts'
import { isUnnamed } from '#shared/domain/name/name.ts'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import type { ContactId, DocumentId, GuestId } from '#shared/values/index.ts'
import { digestOf } from './digest.ts'
import { findGuest, openGuestKeys, type Unsure } from './find-guest.ts'
import type { WriteParts } from './write-parts.ts'

export type GuestWriter = {
  /** The guest a row means. `unsure`: its numbers that stand beside another name; nobody was merged by them. */
  guestFor: (guest: ImportedGuest) => { id: GuestId; unsure: Unsure[] }
  /** As `guestFor`, for who booked. Without a telephone, bookers of one name and e-mail in the file are one. */
  bookerFor: (booker: ImportedGuest) => { id: GuestId; unsure: Unsure[] }
  written: { guests: number }
}

/** Under this name on disk: what later rows of a guest say, as JSON, until `addFurther` has added it. */
export const furtherPile = 'guests_further'

/**
 * Guests as rows name them. Two rows mean one guest when they give the same document or membership number and their
 * names don't contradict, or the same name with the same telephone; unsure is not merged: a name alone, a telephone
 * alone, or a number beside another name makes a new guest. A row without a name makes an unnamed guest of its own.
 *
 * Named guests get a change row each, like those made by hand. Unnamed ones (a nationality, nothing more) are
 * covered by the batch's row with its counts, and each by its booking's row, which names it: a row of the log for
 * every one of them would double the log and say nothing.
 */
export function createGuestWriter(parts: WriteParts): GuestWriter {
  const { bulk } = parts
  const keys = openGuestKeys(bulk)
  const said = bulk.keys('guests_said')
  const further = bulk.pile(furtherPile)
  const written = { guests: 0 }
  const bookers = bulk.keys('bookers')
  const guestFor: GuestWriter['guestFor'] = (guest) => {
    if (isNobody(guest)) {
      written.guests++
      return { id: insertUnnamed(parts, guest), unsure: [] }
    }
    const found = findGuest(bulk, keys, guest)
    const id = found.id ?? insertNamed(parts, guest, found.free)
    if (found.id === null) written.guests++
    keys.keep(found.keys, id)
    // A row that says what an earlier one said adds nothing.
    const words = JSON.stringify(guest)
    if (said.add(digestOf(`${id} ${words}`), id) && found.id !== null) further.add(id, words)
    return { id, unsure: found.unsure }
  }
  return {
    written,
    guestFor,
    bookerFor: (booker) => {
      if (booker.phone !== '') return guestFor(booker)
      // An agency's clerk books again and again: every row a person of its own would fill the guest list with one name.
      const key = digestOf(JSON.stringify([booker.nativeName, booker.email]))
      const known = bookers.get(key)
      if (known !== undefined) return { id: known as GuestId, unsure: [] }
      const made = guestFor(booker)
      bookers.add(key, made.id)
      return made
    },
  }
}

function isNobody(guest: ImportedGuest): boolean {
  const { residentId, passportNo, permit, phone, email } = guest
  return isUnnamed(guest) && `${residentId}${passportNo}${permit?.number ?? ''}${phone}${email}` === ''
}

const unnamedKey = sortKey({ nativeName: '', familyName: '', givenName: '' })

function insertUnnamed({ bulk, header }: WriteParts, guest: ImportedGuest): GuestId {
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
      created_at: header.moment,
      version: 1,
    },
    '',
  )
  return id
}

function insertNamed(
  parts: WriteParts,
  guest: ImportedGuest,
  documents: readonly ImportedDocument[],
): GuestId {
  const { bulk, header, command } = parts
  const id = bulk.nextId('guests') as GuestId
  const image = guestImageOf(guest, documents, header.moment, newIds(parts))
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

export function newIds({ bulk }: WriteParts): NewIds {
  return {
    contact: () => bulk.nextId('guest_contacts'),
    document: () => bulk.nextId('guest_documents'),
  }
}
