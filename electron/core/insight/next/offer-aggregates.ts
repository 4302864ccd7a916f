import { loadGuest } from '#db/repositories/guest/repository.ts'
import { findVote, loadOffer, loadVote, saveOffer, saveVote } from '#db/repositories/insight/offers.ts'
import type { OfferImage, SuggestionVoteImage } from '#shared/domain/insight/suggest/outcome.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'

/** What became of an offer. */
export const offerAggregate: Aggregate<OfferImage> = {
  entity: 'offer',
  unknown: 'OFFER_UNKNOWN',
  load: loadOffer,
  save: saveOffer,
  // Undo may bring back the note of a guest who was taken away since
  check: async (tx, _ctx, _id, before, after) =>
    !before && after && !(await loadGuest(tx, after.guestId)) ? dependentExists('guest', 'gone') : null,
}

/** A user's thumb on a kind of suggestion. */
export const suggestionVoteAggregate: Aggregate<SuggestionVoteImage> = {
  entity: 'suggestion-vote',
  unknown: 'VOTE_UNKNOWN',
  load: loadVote,
  save: saveVote,
  // Undo may bring back a thumb that was given anew since
  check: async (tx, _ctx, id, before, after) => {
    const other = !before && after ? await findVote(tx, after.votedBy, after.kind) : null
    return other !== null && other !== id ? dependentExists('suggestion-vote') : null
  },
}
