/** What the rules of a booking must know of the hotel: plain values, read by the caller before the rule runs. */
import type { AccountId, BusinessDate, GuestId, RatePlanId, RoomId, RoomTypeId } from '../../values/index.ts'
import type { AccountKind } from '../account/account.ts'
import type { PlanTerms, PricesByType, RatePlanKind } from '../rate/rate-plan.ts'
import type { BookingStatus } from './booking.ts'

export type RoomTypeFacts = {
  id: RoomTypeId
  code: string
  maxPersons: number
  baseRateMinor: number
  active: boolean
}
export type RatePlanFacts = {
  id: RatePlanId
  code: string
  meal: string
  kind: RatePlanKind
  active: boolean
  prices: PricesByType
  terms: PlanTerms
}
export type RoomFacts = {
  id: RoomId
  number: string
  roomTypeId: RoomTypeId
  outOfService: boolean
  /** Days [from, to) on which it is out of service. */
  stops?: readonly { from: BusinessDate; to: BusinessDate }[]
  active: boolean
}
export type AccountFacts = { id: AccountId; kind: AccountKind; name: string; active: boolean }

/** Everything that the change names, by id; what is not on file is not in it. */
export type BookingFacts = {
  businessDate: BusinessDate
  roomTypes: ReadonlyMap<RoomTypeId, RoomTypeFacts>
  ratePlans: ReadonlyMap<RatePlanId, RatePlanFacts>
  rooms: ReadonlyMap<RoomId, RoomFacts>
  guests: ReadonlySet<GuestId>
  accounts: ReadonlyMap<AccountId, AccountFacts>
  /** The status that was cancelled, where the log knows it: what a source sent cancelled was confirmed before. */
  cancelledFrom?: BookingStatus | undefined
}
