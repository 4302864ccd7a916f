import { loadGuest } from '#db/repositories/guest/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { ContactKind } from '#shared/domain/guest/choices.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import { maskDocument } from '#shared/domain/privacy/mask-document.ts'
import { consentsToAsk, isToConfirm } from '#shared/domain/registration/ask-again.ts'
import { businessDateInZone, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { stayTerms } from '../stay/public.ts'
import { type PersonToRegister, personsToRegister } from './persons.ts'
import { registrationSettings } from './settings.ts'

type Asked = OutputOf<'registration.asks'>[number]

/** What the guests of a booking are asked at the desk; who is asked nothing is left out. */
export const listAsks = reads('registration.asks', async (db, { bookingId }, ctx) => {
  const found = await personsToRegister(db, ctx, bookingId)
  if (!found) return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const { confirmAfterDays: days } = await registrationSettings.read(db)
  const { confirmAfterMonths: months } = await stayTerms.read(db)
  const asked: Asked[] = []
  for (const person of found.persons) {
    const guest = person.guest.unnamed ? null : await loadGuest(db, person.guestId)
    if (guest) asked.push(askedOf({ ...person, guest: guest.image }, { days, months }, ctx))
  }
  return asked.filter(({ told, consents }) => told !== null || consents.length > 0)
})

type Known = PersonToRegister & { guest: GuestImage }

function askedOf(
  person: Known,
  after: { days: number; months: number },
  ctx: Pick<Context, 'businessDate' | 'hotel'>,
): Asked {
  const { guestId, guest, guestVersion, registrant, minor } = person
  const confirmedOn = registrant?.image.confirmedOn ?? null
  const knownOn = businessDateInZone(Date.parse(guest.createdAt), ctx.hotel.timeZone)
  const told = toldOf(person)
  const isSomething = told.documents.length + told.phones.length + told.preferences.length > 0
  const isOld = isToConfirm({ confirmedOn, knownOn }, after, ctx.businessDate)
  return {
    guestId,
    guestVersion,
    language: guest.language,
    detailsVersion: registrant?.version ?? 0,
    told: isOld && (isSomething || told.address !== '') ? { ...told, since: confirmedOn ?? knownOn } : null,
    // A child consents to nothing
    consents: minor ? [] : consentsToAsk(guest, registrant !== null && registrant.image.address !== ''),
  }
}

/** What is on file and may have changed; a document's number is covered. */
function toldOf({ guest, registrant }: Known): Omit<NonNullable<Asked['told']>, 'since'> {
  const { address = '', city = '' } = registrant?.image ?? {}
  const valuesOf = (kind: ContactKind) =>
    Object.values(guest.contacts).flatMap((one) =>
      one.kind === kind && !one.agencyMasked ? [one.value] : [],
    )
  return {
    documents: Object.values(guest.documents).map(({ kind, number, expiresOn }) => ({
      kind,
      number: maskDocument(number),
      expiresOn,
    })),
    address: [address, city].filter((part) => part !== '').join(', ') || (valuesOf('address')[0] ?? ''),
    phones: [...valuesOf('mobile'), ...valuesOf('phone')],
    preferences: Object.values(guest.preferences).map(({ group, value }) => ({ group, value })),
  }
}
