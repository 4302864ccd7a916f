/** What to offer and what to know of whom: the quiet panel of the desk, and what became of what it said. */
import { z } from 'zod'
import { offerBases, offerOutcomes, offerPlaces } from '../domain/insight/suggest/outcome.ts'
import { suggestionKinds } from '../domain/insight/suggest/suggestions.ts'
import type { BookingId, GuestId, OfferId, SuggestionVoteId } from '../values/index.ts'
import { id, line, saved } from './fields.ts'
import { command } from './operation.ts'

const item = line(200)

export const noteOffer = command({
  name: 'offer.note',
  about: 'Notes whether a guest took what was offered. The same offer noted again becomes the newer outcome.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    /** Null: offered for a stay that is not on file. */
    bookingId: id<BookingId>().nullable().default(null),
    /** `meal:breakfast`, as the offer named it. */
    item,
    basis: z.enum(offerBases, { error: 'invalid.choice' }),
    /** What the rule speaks of, where a rule was the reason. */
    given: z.array(item).max(10).default([]),
    outcome: z.enum(offerOutcomes, { error: 'invalid.choice' }),
    place: z.enum(offerPlaces, { error: 'invalid.choice' }),
  }),
  output: saved<OfferId>(),
  refusals: ['GUEST_UNKNOWN', 'BOOKING_UNKNOWN', 'OFFER_UNKNOWN', 'CARD_NUMBER'],
  permission: 'clerk',
  undoable: true,
})

export const vote = command({
  name: 'suggestion.vote',
  about:
    'A user’s thumb up or down on a kind of suggestion, or neither: it weighs more or less for this user.',
  input: z.strictObject({
    kind: z.enum(suggestionKinds, { error: 'invalid.choice' }),
    vote: z.enum(['up', 'down', 'none'], { error: 'invalid.choice' }),
  }),
  output: z.strictObject({ id: id<SuggestionVoteId>().nullable() }),
  refusals: [],
  permission: 'clerk',
  undoable: true,
})
