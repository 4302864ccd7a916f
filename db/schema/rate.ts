import type { Generated } from 'kysely'
import type { RatePlanId, RoomTypeId } from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

export type RatePlansTable = {
  id: Generated<RatePlanId>
  code: string
  name_en: string
  name_zh: string
  meal: string
  kind: string
  qualifies: Flag
  active: Flag
  version: number
}

export type RatePricesTable = {
  rate_plan_id: RatePlanId
  room_type_id: RoomTypeId
  amount_minor: number
}
