import { nextChildId } from '#db/repositories/guest/children.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import {
  checkDocumentNumber,
  contradictions,
  type DocumentFacts,
  type DocumentWarning,
  kindsWithZone,
} from '#shared/domain/document/document.ts'
import { readMrz } from '#shared/domain/document/mrz.ts'
import type { DocumentPart, GuestImage } from '#shared/domain/guest/image.ts'
import { type BusinessDate, ok, type Result, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { without } from './without.ts'

/**
 * Adds a document or changes the one named by id, from its typed number or its machine-readable zone. What
 * contradicts the profile is answered as warnings: the clerk with the document in hand decides. A changed document
 * without a number keeps the one on file: anyone who corrects its expiry need not see it.
 */
export const saveDocument = writes('guest.saveDocument', async (tx, ctx, input) => {
  let warnings: DocumentWarning[] = []
  const saved = await edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    const known = input.id === undefined ? undefined : guest.documents[input.id]
    if (input.id !== undefined && !known) return refuse('DOCUMENT_UNKNOWN', { id: input.id })
    const keeps = known && input.number === ''
    const read = readDocument(keeps ? { ...input, number: known.number } : input, ctx.businessDate)
    if (!read.ok) return read
    const { document, facts } = read.value
    warnings = contradictions({ ...facts, expiresOn: document.expiresOn }, guest, ctx.businessDate)
    const id = input.id ?? (await nextChildId(tx, 'guest_documents'))
    return ok({ ...guest, documents: { ...guest.documents, [id]: document } })
  })
  return 'done' in saved ? { ...saved, output: { ...saved.output, warnings } } : saved
})

/** Takes a document off the guest. */
export const removeDocument = writes('guest.removeDocument', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.documents[input.id]) return refuse('DOCUMENT_UNKNOWN', { id: input.id })
    return ok({ ...guest, documents: without(guest.documents, input.id) })
  }),
)

/**
 * Shows a whole number. Who saw it is a row of the log of its own: it changes nothing of the guest, so there is
 * nothing to undo and no other change can depend on it.
 */
export const openDocument = writes('guest.openDocument', async (tx, _ctx, input) => {
  const found = await loadGuest(tx, input.guestId)
  if (!found) return refuse('GUEST_UNKNOWN', { id: input.guestId })
  const document = found.image.documents[input.id]
  if (!document) return refuse('DOCUMENT_UNKNOWN', { id: input.id })
  return done({ number: document.number }, [
    { entity: 'guest', id: input.guestId, before: {}, after: { opened: input.id, kind: document.kind } },
  ])
})

type Read = Result<{ document: DocumentPart; facts: DocumentFacts }, 'DOCUMENT_INVALID'>

function readDocument(input: ParsedOf<'guest.saveDocument'>, on: BusinessDate): Read {
  return input.mrz === undefined ? fromNumber(input, on) : fromZone(input, input.mrz, on)
}

function fromNumber(input: ParsedOf<'guest.saveDocument'>, on: BusinessDate): Read {
  const checked = checkDocumentNumber(input.kind, input.number, on)
  if (!checked.ok) return invalid(input.kind, 'number', checked.refusal)
  const { number, facts } = checked.value
  const country = input.country || (input.kind === 'resident-id' ? 'CHN' : '')
  return ok({ document: { kind: input.kind, number, country, expiresOn: input.expiresOn }, facts })
}

function fromZone(input: ParsedOf<'guest.saveDocument'>, text: string, on: BusinessDate): Read {
  const zone = readMrz(text, on)
  if (!zone.ok) return invalid(input.kind, 'mrz', zone.refusal)
  const { issuer, familyName, givenName, nameCut, nationality, birthDate, gender } = zone.value
  // The old French card's expiry is printed, not in its zone
  const expiresOn = zone.value.expiresOn ?? input.expiresOn
  if (!kindsWithZone(zone.value).includes(input.kind)) {
    return invalid(input.kind, 'mrz', { code: 'mrz.kind', params: {} })
  }
  const checked = checkDocumentNumber(input.kind, zone.value.number, on)
  if (!checked.ok) return invalid(input.kind, 'mrz', checked.refusal)
  const { number } = checked.value
  const document = { kind: input.kind, number, country: input.country || issuer, expiresOn }
  return ok({ document, facts: { familyName, givenName, nameCut, nationality, birthDate, gender } })
}

function invalid(
  kind: string,
  field: 'number' | 'mrz',
  refusal: { code: string; params: Record<string, string | number> },
) {
  return refuse('DOCUMENT_INVALID', { ...refusal.params, kind, field, why: refusal.code })
}

/** Contradictions between the documents on file and the rest of the profile, for its header. */
export function documentWarnings(guest: GuestImage, on: BusinessDate): DocumentWarning[] {
  return Object.values(guest.documents).flatMap((document) => {
    const checked = checkDocumentNumber(document.kind, document.number)
    const facts = checked.ok ? checked.value.facts : {}
    return contradictions({ ...facts, expiresOn: document.expiresOn }, guest, on)
  })
}
