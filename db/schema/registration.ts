import type { Generated, Selectable } from 'kysely'
import type {
  BookingId,
  BusinessDate,
  DeskDevicesId,
  GuestId,
  MinorSheetId,
  RegistrationId,
  RoomId,
  VisitorId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type RegistrantsTable = {
  id: GuestId
  ethnicity: string
  document_support: string
  visa_kind: string
  visa_number: string
  visa_until: BusinessDate | null
  entry_on: BusinessDate | null
  entry_port: string
  address: string
  postal_code: string
  city: string
  residence: string
  kinship: string
  confirmed_on: BusinessDate
  version: number
}

export type RegistrationsTable = {
  id: Generated<RegistrationId>
  booking_id: BookingId
  guest_id: GuestId
  event: string
  room_id: RoomId | null
  at: string
  business_date: BusinessDate
  made_by: string
  state: string
  state_at: string
  state_by: string
  failure: string
  withdrawn: Flag
  data: string
  guest_version: number
  registrant_version: number
  version: number
}

export type MinorSheetsTable = {
  id: Generated<MinorSheetId>
  booking_id: BookingId
  guest_id: GuestId
  guardian_name: string
  guardian_phone: string
  guardian_relation: string
  identity_at: string | null
  identity_by: string | null
  contacted_at: string | null
  contacted_by: string | null
  relations: string
  version: number
}

export type MinorEntriesTable = {
  id: Generated<number>
  sheet_id: MinorSheetId
  kind: string
  text: string
  at: string
  by: string
}

export type VisitorsTable = {
  id: Generated<VisitorId>
  name: string
  document_kind: string
  document_number: string
  room_id: RoomId
  booking_id: BookingId | null
  guest_id: GuestId | null
  purpose: string
  came_at: string
  left_at: string | null
  business_date: BusinessDate
  noted_by: string
  version: number
}

export type RegistrationSettingsTable = {
  id: number
  columns: string
  headings: string
  confirm_after_days: number
  version: number
}

/** A row for each machine that chose devices; each named `adapter/device`. */
export type DeskDevicesTable = {
  id: Generated<DeskDevicesId>
  workstation: string
  reader: string
  encoder: string
  printer: string
  version: number
}

export type DeskDevicesRow = Selectable<DeskDevicesTable>
export type RegistrantRow = Selectable<RegistrantsTable>
export type RegistrationRow = Selectable<RegistrationsTable>
export type MinorSheetRow = Selectable<MinorSheetsTable>
export type MinorEntryRow = Selectable<MinorEntriesTable>
export type VisitorRow = Selectable<VisitorsTable>
