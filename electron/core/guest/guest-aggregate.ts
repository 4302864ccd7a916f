import type { Writer } from '#db/handles.ts'
import { loadGuest, ownersOfNumber, saveGuest, standsOnGuest } from '#db/repositories/guest/repository.ts'
import { samePlain } from '#shared/domain/change/change.ts'
import { isSameDocument } from '#shared/domain/document/document.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { overfullGroup } from '#shared/domain/guest/preferences.ts'
import { type GuestId, type Refused, refuse } from '#shared/values/index.ts'
import type { Aggregate, BackCode } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A guest with contacts, documents, preferences, tags, notes, alerts and consents. */
export const guestAggregate: Aggregate<GuestImage> = {
  entity: 'guest',
  unknown: 'GUEST_UNKNOWN',
  load: loadGuest,
  save: saveGuest,
  check: async (tx, _ctx, id, before, after) => {
    if (after) return checkDocuments(tx, id as GuestId, before, after)
    const on = await standsOnGuest(tx, id as GuestId)
    return on ? dependentExists(on) : null
  },
  checkBack: async (_tx, _ctx, _before, after) => {
    const full = after && overfullGroup(Object.values(after.preferences))
    return full ? refuse('PREFERENCE_FULL', full) : null
  },
  settle: (image) => ({ ...image, contacts: settlePrimaries(image.contacts) }),
}

/** A document is on file once: it may not be another guest's, nor be twice with this one. */
async function checkDocuments(
  tx: Writer,
  id: GuestId,
  before: GuestImage | null,
  after: GuestImage,
): Promise<Refused<BackCode> | null> {
  for (const [key, document] of Object.entries(after.documents)) {
    if (samePlain(before?.documents[key] ?? null, document)) continue
    for (const [other, own] of Object.entries(after.documents)) {
      if (other !== key && isSameDocument(own, document)) return refuse('DOCUMENT_TAKEN', { guestId: id })
    }
    for (const { guestId, country } of await ownersOfNumber(tx, document)) {
      if (guestId !== id && isSameDocument({ ...document, country }, document))
        return refuse('DOCUMENT_TAKEN', { guestId })
    }
  }
  return null
}
