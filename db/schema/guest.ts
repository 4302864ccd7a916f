import type { Generated } from 'kysely'
import type {
  AlertId,
  BusinessDate,
  ContactId,
  DocumentId,
  GuestId,
  NoteId,
  PreferenceId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type GuestsTable = {
  id: Generated<GuestId>
  native_name: string
  family_name: string
  given_name: string
  sort_key: string
  salutation: string
  gender: string
  birth_date: BusinessDate | null
  nationality: string
  language: string
  unnamed: Flag
  created_at: string
  version: number
}

export type GuestContactsTable = {
  id: Generated<ContactId>
  guest_id: GuestId
  kind: string
  value: string
  is_primary: Flag
  agency_masked: Flag
}

export type GuestDocumentsTable = {
  id: Generated<DocumentId>
  guest_id: GuestId
  kind: string
  number: string
  country: string
  expires_on: BusinessDate | null
}

export type GuestPreferencesTable = {
  id: Generated<PreferenceId>
  guest_id: GuestId
  category: string
  value: string
  source: string
  noted_on: BusinessDate
}

export type GuestTagsTable = {
  guest_id: GuestId
  tag: string
}

export type GuestNotesTable = {
  id: Generated<NoteId>
  guest_id: GuestId
  text: string
  at: string
  by: string
}

export type GuestAlertsTable = {
  id: Generated<AlertId>
  guest_id: GuestId
  area: string
  text: string
  blocks: string
}

export type GuestConsentsTable = {
  guest_id: GuestId
  channel: string
  granted: Flag
  at: string
  wording: string
  by: string
}
