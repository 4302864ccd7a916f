import type { Generated, Selectable } from 'kysely'
import type { AccountKind } from '#shared/domain/account/account.ts'
import type { PlanTerms } from '#shared/domain/rate/rate-plan.ts'
import type { AccountId, RatePlanId, RoomTypeId } from '#shared/values/index.ts'
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
  /** What a booking on the plan is unless said otherwise; null: the plan says nothing of it. */
  segment: string | null
  channel: string | null
  guarantee: string | null
  /** Its bookings must name one of this kind. */
  account_kind: string | null
  account_id: AccountId | null
}

export type RatePricesTable = {
  rate_plan_id: RatePlanId
  room_type_id: RoomTypeId
  amount_minor: number
}

/** What a row says of the plan’s bookings. */
export function termsOf(
  row: Pick<Selectable<RatePlansTable>, 'segment' | 'channel' | 'guarantee' | 'account_kind' | 'account_id'>,
): PlanTerms {
  return {
    segment: row.segment,
    channel: row.channel,
    guarantee: row.guarantee,
    accountKind: row.account_kind as AccountKind | null,
    accountId: row.account_id,
  }
}
