import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadGuest } from '#db/repositories/guest/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { findOffer, findVote, loadOffer, loadVote } from '#db/repositories/insight/offers.ts'
import { isOfferable, itemOf } from '#shared/domain/insight/rules/items.ts'
import {
  type OfferImage,
  ruleText,
  type SuggestionVoteImage,
} from '#shared/domain/insight/suggest/outcome.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { create, edit, remove } from '../../kernel/aggregate.ts'
import { writes } from '../../kernel/handler.ts'
import { done } from '../../kernel/outcome.ts'
import { offerAggregate, suggestionVoteAggregate } from './offer-aggregates.ts'

/** Notes what became of an offer, or that it became something else after all. */
export const noteOffer = writes('offer.note', async (tx, ctx, input) => {
  const { guestId, bookingId, item, basis, given, outcome, place } = input
  if (!(await loadGuest(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  if (bookingId !== null && (await loadBooking(tx, bookingId))?.image.guestId !== guestId)
    return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const offered = itemOf(item)
  if (!offered || !isOfferable(offered)) return refuse('OFFER_UNKNOWN', { item })
  const image: OfferImage = {
    guestId,
    bookingId,
    item,
    basis,
    rule: basis === 'rule' ? ruleText(given, item) : null,
    outcome,
    place,
    notedOn: ctx.businessDate,
    notedAt: ctx.moment,
    notedBy: ctx.actor,
  }
  const id = await findOffer(tx, image)
  const found = id === null ? null : await loadOffer(tx, id)
  if (id === null || !found) return create(tx, ctx, offerAggregate, await nextId(tx, 'offers'), image)
  if (found.image.outcome === outcome) return done({ id, version: found.version }, [])
  return edit(tx, ctx, offerAggregate, id, found.version, () => ok(image))
})

/** A user has one thumb on a kind: another takes its place, none takes it away. */
export const voteSuggestion = writes('suggestion.vote', async (tx, ctx, { kind, vote }) => {
  const id = await findVote(tx, ctx.actor, kind)
  const found = id === null ? null : await loadVote(tx, id)
  if (vote === 'none') {
    if (id === null || !found) return done({ id: null }, [])
    return remove(tx, ctx, suggestionVoteAggregate, id, found.version, { id: null })
  }
  const image: SuggestionVoteImage = { votedBy: ctx.actor, kind, vote, votedAt: ctx.moment }
  if (found?.image.vote === vote) return done({ id }, [])
  const saved =
    id !== null && found
      ? await edit<SuggestionVoteImage, never>(tx, ctx, suggestionVoteAggregate, id, found.version, () =>
          ok(image),
        )
      : await create<SuggestionVoteImage, never>(
          tx,
          ctx,
          suggestionVoteAggregate,
          await nextId(tx, 'suggestion_votes'),
          image,
        )
  return 'done' in saved ? { ...saved, output: { id: saved.output.id } } : saved
})
