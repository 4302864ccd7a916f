import type { BookingId, BusinessDate } from '#shared/values/index.ts'

export type ChangesTable = {
  seq: number
  command: number
  moment: string
  business_date: BusinessDate
  actor: string
  workstation: string
  operation: string
  entity: string
  entity_id: number
  booking_id: BookingId | null
  before: string | null
  after: string | null
  reason: string | null
  request_id: string | null
  undoes: number | null
  hash: string
}

export type ChangeHeadTable = {
  id: number
  seq: number
  hash: string
}

export type ReceiptsTable = {
  request_id: string
  asked: string
  change: number
  output: string
}
