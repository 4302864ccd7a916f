import type { Generated, Selectable } from 'kysely'
import type { BusinessDate, GuestId, LeavingCaseId } from '#shared/values/index.ts'

export type LeavingCasesTable = {
  id: Generated<LeavingCaseId>
  guest_id: GuestId
  opened_on: BusinessDate
  opened_by: string
  owner: string | null
  owned_on: BusinessDate | null
  snoozed_until: BusinessDate | null
  offer: string | null
  offer_text: string
  cost_minor: number | null
  offered_on: BusinessDate | null
  offered_by: string | null
  outcome: string | null
  loss_reason: string | null
  outcome_text: string
  returned_on: BusinessDate | null
  closed_on: BusinessDate | null
  closed_by: string | null
  version: number
}

export type LeavingCaseRow = Selectable<LeavingCasesTable>
