import { type NameOf, readUserNames } from '#db/queries/change/labels.ts'
import { readFeedbackOf } from '#db/queries/stay/feedback.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { noStay, type StayImage, withFeedback } from '#shared/domain/stay/stay.ts'
import { refuse } from '#shared/values/index.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, done } from '../kernel/outcome.ts'
import { putStay } from './stay-aggregate.ts'

/** Who was in house before stays were kept gets the record with it. */
export const noteFeedback = writes('stay.noteFeedback', async (tx, ctx, { id, version, mark, text }) => {
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { status } = booking.image
  if (status !== 'in-house' && status !== 'checked-out') return refuse('NOT_IN_HOUSE', { status })
  const found = await loadStay(tx, id)
  if ((found?.version ?? 0) !== version) return conflict('stay', id)
  const after = withFeedback(found?.image ?? noStay, { mark, text }, ctx)
  const changes = await putStay(tx, id, found?.image ?? null, after)
  return done({ id, version: changes.length > 0 ? version + 1 : Math.max(1, version) }, changes)
})

/** What a guest said of a stay, as pages read it; null where nothing. */
export function feedbackView(
  { feedbackMark, feedbackText, feedbackAt, feedbackBy }: StayImage,
  nameOf: NameOf,
): OutputOf<'stay.get'>['feedback'] {
  if (feedbackAt === null) return null
  return { mark: feedbackMark, text: feedbackText ?? '', at: feedbackAt, by: nameOf(feedbackBy ?? '') }
}

export const feedbackOfGuest = reads('stay.feedbackOfGuest', async (db, { guestId }) => {
  const nameOf = await readUserNames(db)
  return (await readFeedbackOf(db, guestId)).map(({ by, ...row }) => ({ ...row, by: nameOf(by) }))
})
