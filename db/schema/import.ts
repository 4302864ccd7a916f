import type { Generated } from 'kysely'
import type { BookingId, ImportBatchId } from '#shared/values/index.ts'

export type ImportBatchesTable = {
  id: Generated<ImportBatchId>
  file_name: string
  sha256: string
  profile: string
  filter: string
  at: string
  by: string
  summary: string
  /** The system that the file came from: its name as stated, else the layout of the first file of its kind. */
  source: string
  /** A digest of the profile and the headings; '' where they are not known. */
  layout: string
  taken_back_at: string | null
  taken_back_by: string | null
}

/** What a batch's file said of a booking where it said something new; JSON that the domain reads. */
export type SourceRecordsTable = {
  booking_id: BookingId
  batch_id: ImportBatchId
  said: string
}

export type ImportFindingsTable = {
  batch_id: ImportBatchId
  position: number
  line: number
  kind: string
  reason: string
  field: string
  value: string
  row: string
}

export type ImportWordsTable = {
  id: number
  field: string
  word: string
  /** The word without case, spaces and marks. */
  key: string
  means: string
  version: number
}

export type ImportMappingsTable = {
  id: Generated<number>
  name: string
  mapping: string
}
