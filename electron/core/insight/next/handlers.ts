import { noteOffer, voteSuggestion } from './note.ts'
import { newOffers, offerRules } from './offers.ts'
import { bookingPanel, guestPanel } from './panels.ts'

export const insightNextHandlers = {
  'offer.note': noteOffer,
  'suggestion.vote': voteSuggestion,
  'insight.guest': guestPanel,
  'insight.booking': bookingPanel,
  'insight.newOffers': newOffers,
  'insight.offerRules': offerRules,
}
