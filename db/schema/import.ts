import type { Generated } from 'kysely'
import type { ImportBatchId } from '#shared/values/index.ts'

export type ImportBatchesTable = {
  id: Generated<ImportBatchId>
  file_name: string
  sha256: string
  profile: string
  filter: string
  at: string
  by: string
  summary: string
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

export type ImportMappingsTable = {
  id: Generated<number>
  name: string
  mapping: string
}
