import { readCommandOf } from '#db/queries/change/changes.ts'
import { readLastChangeBy } from '#db/queries/stay/check-in.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { isRefused, ok, refuse } from '#shared/values/index.ts'
import { bookingAggregate } from '../booking/public.ts'
import { takeBack } from '../change/public.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { conflict, done } from '../kernel/outcome.ts'
import { withdrawEvent } from '../registration/public.ts'
import { checkNothingPosted, putStay } from './stay-aggregate.ts'

/** Not come after all: due in again, in the room it has, while nothing was posted since. */
export const reverseCheckIn = writes('stay.reverseCheckIn', async (tx, ctx, { id, version }) => {
  const stay = await loadStay(tx, id)
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  if (booking.version !== version) return conflict('booking', id)
  const { status } = booking.image
  if (status !== 'in-house' || !stay) return refuse('NOT_IN_HOUSE', { status })
  if (stay.image.checkedInOn !== ctx.businessDate)
    return refuse('NOT_TODAY', { on: stay.image.checkedInOn ?? '' })
  const posted = await checkNothingPosted(tx, id, stay.image)
  if (posted) return posted
  const outcome = await edit(tx, ctx, bookingAggregate as never, id, version, (image: typeof booking.image) =>
    ok({ ...image, status: 'confirmed' as const }),
  )
  if (!('done' in outcome)) return outcome as never
  const { doNotDisturb, incognito, persons, signature, signedAt, arrivedAt } = stay.image
  const after = { ...noStay, doNotDisturb, incognito, persons, signature, signedAt, arrivedAt }
  return done(outcome.output as { id: never; version: number }, [
    ...outcome.changes,
    ...(await putStay(tx, id, stay.image, after)),
    ...(await withdrawEvent(tx, ctx, { bookingId: id, event: 'arrival' })),
  ])
})

/** Not gone after all, on the same business date: what the check-out did to this booking is taken back. */
export const reverseCheckOut = writes('stay.reverseCheckOut', async (tx, ctx, { id, version }) => {
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  if (booking.version !== version) return conflict('booking', id)
  const { status } = booking.image
  const stay = await loadStay(tx, id)
  if (status !== 'checked-out' || !stay) return refuse('NOT_CHECKED_OUT', { status })
  if (stay.image.checkedOutOn !== ctx.businessDate)
    return refuse('NOT_TODAY', { on: stay.image.checkedOutOn ?? '' })
  const last = await readLastChangeBy(tx, id, 'stay.checkOut', 'stay.checkOutTogether')
  const rows = last === null ? [] : (await readCommandOf(tx, last)).filter((row) => row.booking_id === id)
  const changes = await takeBack(tx, ctx, rows)
  if (isRefused(changes)) return changes as never
  return done({ id: id as never, version: version + 1 }, changes)
})
