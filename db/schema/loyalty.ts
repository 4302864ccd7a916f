import type { Generated } from 'kysely'
import type { BusinessDate, GuestId, MembershipId, ProgrammeId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type ProgrammesTable = {
  id: Generated<ProgrammeId>
  code: string
  name_en: string
  name_zh: string
  parameters: string
  active: Flag
  version: number
}

export type MembershipsTable = {
  id: Generated<MembershipId>
  guest_id: GuestId
  programme_id: ProgrammeId
  number: string
  tier: string
  tier_since: BusinessDate
  overridden: Flag
  joined_on: BusinessDate
  version: number
}

export type MembershipTiersTable = {
  membership_id: MembershipId
  position: number
  tier: string
  since: BusinessDate
  reason: string
  by: string
}
