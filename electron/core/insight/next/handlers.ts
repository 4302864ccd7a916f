import { arrivals } from './arrivals.ts'
import { noteOffer, voteSuggestion } from './note.ts'
import { newOffers, offerRules } from './offers.ts'
import { bookingPanel, guestPanel } from './panels.ts'
import { ruleBookings } from './rule-bookings.ts'

export const insightNextHandlers = {
  'offer.note': noteOffer,
  'suggestion.vote': voteSuggestion,
  'insight.arrivals': arrivals,
  'insight.guest': guestPanel,
  'insight.booking': bookingPanel,
  'insight.newOffers': newOffers,
  'insight.offerRules': offerRules,
  'insight.ruleBookings': ruleBookings,
}
