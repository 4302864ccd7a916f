/** A guest as one image: the profile's own fields, and what belongs to it. */
import type { BusinessDate } from '../../values/index.ts'
import type { DocumentKind } from '../document/kinds.ts'
import type {
  AlertArea,
  Blocking,
  ConsentChannel,
  ContactKind,
  Gender,
  PreferenceSource,
  Salutation,
} from './choices.ts'
import type { PreferenceGroup } from './preferences.ts'

export type ContactPart = { kind: ContactKind; value: string; primary: boolean; agencyMasked: boolean }
export type DocumentPart = {
  kind: DocumentKind
  number: string
  country: string
  expiresOn: BusinessDate | null
}
export type PreferencePart = {
  group: PreferenceGroup
  value: string
  source: PreferenceSource
  notedOn: BusinessDate
}
export type NotePart = { text: string; at: string; by: string }
export type AlertPart = { area: AlertArea; text: string; blocks: Blocking }
export type ConsentPart = { granted: boolean; at: string; wording: string; by: string }

/** A guest's own columns. */
export type GuestFields = {
  nativeName: string
  familyName: string
  givenName: string
  salutation: Salutation
  gender: Gender
  birthDate: BusinessDate | null
  nationality: string
  language: string
  /** A source named nobody: nationality alone is known. */
  unnamed: boolean
  createdAt: string
}

/** What belongs to a guest, keyed by its row number; tags by themselves, consents by their channel. */
export type GuestChildren = {
  contacts: Record<string, ContactPart>
  documents: Record<string, DocumentPart>
  preferences: Record<string, PreferencePart>
  tags: Record<string, true>
  notes: Record<string, NotePart>
  alerts: Record<string, AlertPart>
  consents: Partial<Record<ConsentChannel, ConsentPart>>
}

export type GuestImage = GuestFields & GuestChildren

/** Who a guest is, how reached and by what proven: what a registration asks for. */
export type GuestIdentity = GuestFields & Pick<GuestChildren, 'contacts' | 'documents'>
