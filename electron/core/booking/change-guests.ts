import { loadBooking } from '#db/repositories/booking/repository.ts'
import { type BookingImage, stayingIds } from '#shared/domain/booking/booking.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { registerEvent, withdrawEvent } from '../registration/public.ts'
import { changeBooking } from './change.ts'

/**
 * Another guest, booker, others who stay along. In the house, who joins is registered as arrived, and what was registered
 * of somebody who is taken out is taken back: who leaves before the guest gets own dates instead (`stay.setPersons`).
 */
export const changeGuests = writes('booking.changeGuests', async (tx, ctx, input) => {
  const before = (await loadBooking(tx, input.id))?.image
  const outcome = await changeBooking(tx, ctx, input)
  if (!('done' in outcome) || before?.status !== 'in-house') return outcome
  const after = (await loadBooking(tx, input.id))?.image as BookingImage
  const [had, has] = [stayingIds(before), stayingIds(after)]
  const left = had.filter((id) => !has.includes(id))
  const joined = has.filter((id) => !had.includes(id))
  const of = { bookingId: input.id, event: 'arrival' } as const
  return done(outcome.output, [
    ...outcome.changes,
    ...(left.length > 0 ? await withdrawEvent(tx, ctx, { ...of, guestIds: left }) : []),
    ...(joined.length > 0 ? await registerEvent(tx, ctx, { ...of, guestIds: joined }) : []),
  ])
})
