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
  /** What is personal of both images; `reason` and `request_id` are sealed and erased with it. */
  personal_before: string | null
  personal_after: string | null
  /** 128 random bits in base64url, where anything is sealed. */
  salt: string | null
  /** The digest of what was erased. */
  erased: string | null
  /** Who approved the act for the actor, by login. */
  approved_by: string | null
}

export type ChangeHeadTable = {
  id: number
  seq: number
  hash: string
}

/** Where the chain begins that a migration wrote: the head of the log before it, and the hash of its first row. */
export type ChangeOriginTable = {
  id: number
  seq: number
  hash: string
  first_hash: string
}

export type ReceiptsTable = {
  request_id: string
  asked: string
  change: number
  output: string
}
