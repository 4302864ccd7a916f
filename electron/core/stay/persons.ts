import { loadStay } from '#db/repositories/stay/stays.ts'
import { isEnded } from '#shared/domain/booking/booking.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { refuse } from '#shared/values/index.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { putStay } from './stay-aggregate.ts'
import { readBookingAt } from './together.ts'

/** Somebody who stays along comes later or goes before the guest. */
export const setPerson = writes('stay.setPerson', async (tx, _ctx, { id, version, guestId, dates }) => {
  const booking = await readBookingAt(tx, id, version)
  if (!('image' in booking)) return booking
  const { status, companions, arrival, departure } = booking.image
  if (isEnded(status)) return refuse('BOOKING_ENDED', { status })
  if (!companions[guestId]) return refuse('NOT_ALONG', { id: guestId })
  if (dates && dates.from >= dates.to) return refuse('DATES_REVERSED', { from: dates.from, to: dates.to })
  if (dates && (dates.from < arrival || dates.to > departure))
    return refuse('DATES_OUTSIDE_STAY', { from: dates.from, to: dates.to, arrival, departure })
  const before = (await loadStay(tx, id))?.image ?? null
  const { [guestId]: _, ...others } = (before ?? noStay).persons
  const persons = dates ? { ...others, [guestId]: dates } : others
  return done({ id: id as never, version }, await putStay(tx, id, before, { ...(before ?? noStay), persons }))
})
