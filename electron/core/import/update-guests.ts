import type { Writer } from '#db/handles.ts'
import { loadGuest, saveGuest } from '#db/repositories/guest/repository.ts'
import { difference } from '#shared/domain/change/change.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { ImportedBooking } from '#shared/domain/import/row.ts'
import type { SourceRecord } from '#shared/domain/import/source-record.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { FieldChange } from './field-changes.ts'
import type { WriteParts } from './write-parts.ts'

type Said = { base: SourceRecord; now: SourceRecord; booking: ImportedBooking }

/**
 * A telephone or an e-mail that the source gives now and did not give before is added to the guest's own: nothing that
 * is known of a guest is replaced. One that the source gave before and a desk removed stays removed.
 */
export async function addContacts(
  { bulk, header, command }: WriteParts,
  tx: Writer,
  guestId: GuestId,
  { base, now, booking }: Said,
): Promise<FieldChange[]> {
  const { phone, email, agencyMasked } = booking.guest
  const given = [
    { field: 'phone' as const, kind: phoneKind(phone), value: phone, agencyMasked: false },
    { field: 'email' as const, kind: 'email' as const, value: email, agencyMasked },
  ].filter(({ field, value }) => value !== '' && now[field] !== undefined && now[field] !== base[field])
  const before = given.length > 0 ? (await loadGuest(tx, guestId))?.image : undefined
  if (!before) return []
  const contacts: GuestImage['contacts'] = { ...before.contacts }
  const changes: FieldChange[] = []
  for (const { field, kind, value, agencyMasked: masked } of given) {
    const known = Object.values(contacts)
    if (known.some((contact) => contact.value === value)) continue
    const from = known.filter((contact) => (contact.kind === 'email') === (field === 'email'))
    contacts[bulk.nextId('guest_contacts')] = { kind, value, agencyMasked: masked, primary: false }
    changes.push({ field, from: from.map((contact) => contact.value).join(', '), to: value })
  }
  const after = { ...before, contacts: settlePrimaries(contacts) }
  const change = difference(before, after)
  if (!change) return []
  await saveGuest(tx, guestId, before, after)
  bulk.insertChange(header, { entity: 'guest', entityId: guestId, bookingId: null, ...change }, command)
  return changes
}

/** Mainland mobiles are recognised by their form; of other countries' numbers nothing is guessed. */
function phoneKind(phone: string): 'mobile' | 'phone' {
  return /^\+861[3-9]\d{9}$/.test(phone) ? 'mobile' : 'phone'
}
