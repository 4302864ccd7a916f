import type { Reader, Writer } from '#db/handles.ts'
import { loadGuest, ownersOfNumber } from '#db/repositories/guest/repository.ts'
import { loadRegistrant } from '#db/repositories/registration/registrants.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { checkDocumentNumber, isSameDocument } from '#shared/domain/document/document.ts'
import { readDocument } from '#shared/domain/document/read-document.ts'
import type { ReadDocument } from '#shared/domain/document/reading.ts'
import type { DocumentPart, GuestImage } from '#shared/domain/guest/image.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { compareDocument, detailsRead } from '#shared/domain/registration/compare-document.ts'
import { noDetails, type RegistrantImage } from '#shared/domain/registration/registration.ts'
import {
  type BusinessDate,
  businessDateInZone,
  type GuestId,
  minDate,
  ok,
  type Result,
  refuse,
} from '#shared/values/index.ts'
import { checkPerson, guestAggregate } from '../guest/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import { saveUnder } from '../kernel/save.ts'
import { registrantAggregate } from './aggregates.ts'
import { putDocument } from './put-document.ts'

/** What a text says, beside a guest and whoever has the document on file. */
export const readDocumentText = reads('registration.readDocument', async (db, input, ctx) => {
  const read = readOf(input.text, ctx.businessDate)
  if (!read.ok) return read
  const guest = input.guestId === undefined ? null : await loadGuest(db, input.guestId)
  if (input.guestId !== undefined && !guest) return refuse('GUEST_UNKNOWN', { id: input.guestId })
  const details = input.guestId === undefined ? null : await loadRegistrant(db, input.guestId)
  return {
    read: read.value,
    compared: guest ? compareDocument(read.value, guest.image, details?.image ?? null, ctx.businessDate) : [],
    guestVersion: guest?.version ?? null,
    registrantVersion: details?.version ?? 0,
    owner: await ownerOf(db, read.value, input.guestId, ctx.businessDate),
  }
})

/** The other guest who has a document on file. */
async function ownerOf(db: Reader, read: ReadDocument, guestId: GuestId | undefined, on: BusinessDate) {
  if (read.kind === null || read.number === '') return null
  const document = { kind: read.kind, number: read.number, country: read.country }
  for (const owner of await ownersOfNumber(db, document)) {
    if (owner.guestId === guestId || !isSameDocument(document, { ...document, country: owner.country }))
      continue
    const found = await loadGuest(db, owner.guestId)
    const details = await loadRegistrant(db, owner.guestId)
    if (found)
      return {
        guestId: owner.guestId,
        ...bothNames(found.image),
        compared: compareDocument(read, found.image, details?.image ?? null, on),
      }
  }
  return null
}

/** Puts a document on file, with what the clerk takes over from it. */
export const takeDocument = writes('registration.takeDocument', async (tx, ctx, input) => {
  const read = readOf(input.text, ctx.businessDate)
  if (!read.ok) return read
  const [fault] = read.value.faults
  if (fault && !input.despite)
    return refuse('DOCUMENT_FAULTY', { field: fault.field, read: fault.read, likely: fault.likely })
  const document = documentOf(read.value, input, ctx.businessDate)
  if (!document.ok) return document
  const onFile = await edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    const checked = checkPerson(guest, taken(guest, read.value, input.take), ctx.businessDate)
    if (!checked.ok) return checked
    return ok({ ...checked.value, documents: await putDocument(tx, guest, document.value) })
  })
  if (!('done' in onFile)) return onFile
  const details = await takeDetails(tx, ctx, onFile.after, read.value, input)
  if (!('done' in details)) return details
  return { ...onFile, changes: [...onFile.changes, ...details.changes] }
})

/**
 * What the card says and the profile has no field for. A card that was read is no answer to “is it still so?”: telephone and
 * preferences were not asked, so that who is on file for long stays to be asked.
 */
async function takeDetails(
  tx: Writer,
  ctx: Context,
  guest: GuestImage,
  read: ReadDocument,
  { guestId, registrantVersion, take }: ParsedOf<'registration.takeDocument'>,
): Promise<Outcome<unknown, never>> {
  const fields = detailsRead.filter((field) => take.includes(field) && read[field] !== '')
  if (fields.length === 0) return done(null, [])
  const knownOn = businessDateInZone(Date.parse(guest.createdAt), ctx.hotel.timeZone)
  const kept: RegistrantImage = (await loadRegistrant(tx, guestId))?.image ?? {
    ...noDetails,
    confirmedOn: minDate(knownOn, ctx.businessDate),
  }
  const taken = Object.fromEntries(fields.map((field) => [field, read[field]]))
  return saveUnder(tx, ctx, registrantAggregate, guestId, registrantVersion, { ...kept, ...taken })
}

function readOf(text: string, on: BusinessDate): Result<ReadDocument, 'DOCUMENT_UNREADABLE'> {
  const read = readDocument(text, on)
  return read.ok ? read : refuse('DOCUMENT_UNREADABLE', { why: read.refusal.code, ...read.refusal.params })
}

function documentOf(
  read: ReadDocument,
  input: ParsedOf<'registration.takeDocument'>,
  on: BusinessDate,
): Result<DocumentPart, 'DOCUMENT_INVALID'> {
  const kind = input.kind ?? read.kind
  const number = input.number || read.number
  if (kind === null) return refuse('DOCUMENT_INVALID', { kind: 'other', field: 'kind', why: 'mrz.visa' })
  const checked = checkDocumentNumber(kind, number, on)
  // A number that contradicts itself was taken despite it
  if (!checked.ok && !input.despite)
    return refuse('DOCUMENT_INVALID', {
      ...checked.refusal.params,
      kind,
      field: 'number',
      why: checked.refusal.code,
    })
  return ok({
    kind,
    number: checked.ok ? checked.value.number : number,
    country: read.country,
    expiresOn: read.expiresOn,
  })
}

/** The profile with the fields that are taken over; a document's empty field takes nothing away. */
function taken(
  guest: GuestImage,
  read: ReadDocument,
  take: ParsedOf<'registration.takeDocument'>['take'],
): GuestImage {
  const next = { ...guest }
  if (take.includes('nativeName') && read.nativeName !== '') next.nativeName = read.nativeName
  if (take.includes('latinName') && read.familyName + read.givenName !== '') {
    next.familyName = read.familyName
    next.givenName = read.givenName
  }
  if (take.includes('birthDate') && read.birthDate) next.birthDate = read.birthDate
  if (take.includes('gender') && read.gender !== '') next.gender = read.gender
  if (take.includes('nationality') && read.nationality !== '') next.nationality = read.nationality
  return next
}
