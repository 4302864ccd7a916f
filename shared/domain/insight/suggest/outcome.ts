/** What became of an offer, and a user's thumbs: what is kept of both. */
import type { BookingId, BusinessDate, GuestId } from '../../../values/index.ts'
import type { SuggestionKind } from './suggestions.ts'

export const offerOutcomes = ['taken', 'declined'] as const
export type OfferOutcome = (typeof offerOutcomes)[number]

/** Where it was offered. */
export const offerPlaces = ['new-booking', 'booking', 'arrival', 'profile'] as const
export type OfferPlace = (typeof offerPlaces)[number]

/** The two lists of a rule: to whom it can be offered, and the stays that it was found in. */
export const ruleViews = ['to-offer', 'stays'] as const
export type RuleView = (typeof ruleViews)[number]

export const offerBases = ['preference', 'habit', 'rule'] as const
export type OfferBasis = (typeof offerBases)[number]

export type OfferImage = {
  guestId: GuestId
  /** Null where it was offered for a stay that is not on file. */
  bookingId: BookingId | null
  item: string
  basis: OfferBasis
  /** The rule by its items (ruleText), which outlive a refresh; null where no rule was the reason. */
  rule: string | null
  outcome: OfferOutcome
  place: OfferPlace
  notedOn: BusinessDate
  notedAt: string
  notedBy: string
}

/** A user's thumb on a kind of suggestion; no image where there is none. */
export type SuggestionVoteImage = {
  votedBy: string
  kind: SuggestionKind
  vote: 'up' | 'down'
  votedAt: string
}

/** How often the same must have been offered before a share of it is shown. */
export const minOffered = 20

export type Taken = { offered: number; taken: number; share: number | null }

/** How many of the offers were taken; no share before there are twenty. */
export function takenOf(offered: number, taken: number): Taken {
  return { offered, taken, share: offered < minOffered ? null : taken / offered }
}

/** A rule by its items: the same from refresh to refresh, whatever its figures are. */
export function ruleText(given: readonly string[], adds: string): string {
  return JSON.stringify([[...given].sort(), adds])
}
