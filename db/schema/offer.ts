import type { Generated } from 'kysely'
import type { BookingId, BusinessDate, GuestId, OfferId, SuggestionVoteId } from '#shared/values/index.ts'

export type OffersTable = {
  id: Generated<OfferId>
  guest_id: GuestId
  booking_id: BookingId | null
  item: string
  basis: string
  rule: string | null
  outcome: string
  place: string
  noted_on: BusinessDate
  noted_at: string
  noted_by: string
  version: number
}

export type SuggestionVotesTable = {
  id: Generated<SuggestionVoteId>
  voted_by: string
  kind: string
  vote: string
  voted_at: string
  version: number
}
