import { noteOffer, voteSuggestion } from './note.ts'

export const insightNextHandlers = {
  'offer.note': noteOffer,
  'suggestion.vote': voteSuggestion,
}
