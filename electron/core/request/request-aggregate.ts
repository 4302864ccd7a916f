import { loadBooking } from '#db/repositories/booking/repository.ts'
import {
  deleteRequest,
  insertRequests,
  loadRequest,
  updateRequest,
} from '#db/repositories/request/repository.ts'
import { wishPastOf } from '#shared/domain/booking/undo-rules.ts'
import { noAnswers, type RequestImage } from '#shared/domain/request/image.ts'
import type { RequestId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A special request; it belongs to its booking. */
export const requestAggregate: Aggregate<RequestImage> = {
  entity: 'request',
  unknown: 'REQUEST_UNKNOWN',
  load: (tx, id) => loadRequest(tx, id as RequestId),
  save: async (tx, id, before, after) => {
    const requestId = id as RequestId
    if (!after) {
      if (before) await deleteRequest(tx, requestId, before.bookingId)
    } else if (before) await updateRequest(tx, requestId, after)
    else await insertRequests(tx, after.bookingId, [{ id: requestId, image: after }])
  },
  settle: (image) => ({ ...noAnswers, ...image }),
  // Undo may bring back a request whose booking was taken away since.
  check: async (tx, _ctx, _id, before, after) =>
    !before && after && !(await loadBooking(tx, after.bookingId)) ? dependentExists('booking', 'gone') : null,
  checkBack: async (tx, ctx, before, after, made) => {
    const image = after ?? before
    const booking = image && (await loadBooking(tx, image.bookingId))
    return booking && wishPastOf(booking.image, made.on, ctx.businessDate)
  },
  bookingOf: (_id, image) => image.bookingId,
}
