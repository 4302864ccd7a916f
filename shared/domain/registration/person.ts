/** A guest as the authorities are told: what the profile, the details for them and the stay have, as text. */
import type { BusinessDate } from '../../values/index.ts'
import type { DocumentKind } from '../document/kinds.ts'
import type { ContactKind } from '../guest/choices.ts'
import type { DocumentPart, GuestIdentity } from '../guest/image.ts'
import { type RegistrationData, registrationFields } from './fields.ts'
import type { MinorSheetImage } from './minor.ts'
import type { RegistrantImage } from './registration.ts'
import type { GuestClass } from './rule.ts'

export type PersonForData = {
  guest: GuestIdentity
  registrant: RegistrantImage | null
  sheet: Pick<MinorSheetImage, 'guardianName' | 'guardianPhone' | 'guardianRelation'> | null
  class: GuestClass
  stay: { arrival: BusinessDate; departure: BusinessDate; travellers: number }
}

const usualKinds: Readonly<Record<GuestClass, readonly DocumentKind[]>> = {
  domestic: ['resident-id', 'passport', 'residence-permit', 'other'],
  compatriot: ['hk-macau-permit', 'taiwan-permit', 'residence-permit', 'passport', 'other'],
  foreign: ['passport', 'residence-permit', 'other'],
}

/**
 * The document that a guest is registered by: one that is valid before one that has expired, then of the kind that such a
 * guest travels on, then the one that was added last.
 */
export function documentToRegister(
  documents: GuestIdentity['documents'],
  of: GuestClass,
  on: BusinessDate,
): DocumentPart | null {
  const rank = (kind: DocumentKind) => {
    const at = usualKinds[of].indexOf(kind)
    return at < 0 ? usualKinds[of].length : at
  }
  const expired = ({ expiresOn }: DocumentPart) => (expiresOn !== null && expiresOn < on ? 1 : 0)
  const [best] = Object.entries(documents).sort(
    ([idA, a], [idB, b]) =>
      expired(a) - expired(b) || rank(a.kind) - rank(b.kind) || Number(idB) - Number(idA),
  )
  return best?.[1] ?? null
}

/** Everything that is known of a person for the authorities; what is not known is left out. */
export function registrationData(person: PersonForData, on: BusinessDate): RegistrationData {
  const { guest, registrant, sheet, stay } = person
  const document = documentToRegister(guest.documents, person.class, on)
  const contact = (...kinds: ContactKind[]) => {
    const all = Object.values(guest.contacts).filter(({ agencyMasked }) => !agencyMasked)
    const found = kinds.flatMap((kind) => {
      const those = all.filter((one) => one.kind === kind)
      return those.find(({ primary }) => primary) ?? those[0] ?? []
    })
    return found[0]?.value
  }
  const known: Record<keyof RegistrationData, string | null | undefined> = {
    nativeName: guest.nativeName,
    familyName: guest.familyName,
    givenName: guest.givenName,
    gender: guest.gender === 'other' ? '' : guest.gender,
    birthDate: guest.birthDate,
    nationality: guest.nationality || (document?.kind === 'resident-id' ? 'CHN' : ''),
    ethnicity: registrant?.ethnicity,
    documentKind: document?.kind,
    documentNumber: document?.number,
    documentSupport: registrant?.documentSupport,
    documentCountry: document?.country,
    documentExpiresOn: document?.expiresOn,
    visaKind: registrant?.visaKind,
    visaNumber: registrant?.visaNumber,
    visaUntil: registrant?.visaUntil,
    entryOn: registrant?.entryOn,
    entryPort: registrant?.entryPort,
    address: registrant?.address || contact('address'),
    postalCode: registrant?.postalCode,
    city: registrant?.city,
    residence: registrant?.residence,
    phone: contact('mobile', 'phone'),
    email: contact('email'),
    kinship: registrant?.kinship,
    guardianName: sheet?.guardianName,
    guardianPhone: sheet?.guardianPhone,
    guardianRelation: sheet?.guardianRelation,
    travellers: String(stay.travellers),
    arrival: stay.arrival,
    departure: stay.departure,
  }
  return Object.fromEntries(
    registrationFields.flatMap((field) => (known[field] ? [[field, known[field]]] : [])),
  )
}
