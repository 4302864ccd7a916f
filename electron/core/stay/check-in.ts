import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { planCheckIn, questionOfCheckIn, refusalOfCheckIn } from '#shared/domain/stay/check-in.ts'
import { stepsToRoom } from '#shared/domain/stay/room-steps.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { isRefused, type Refused, refuse } from '#shared/values/index.ts'
import { giveRoom, readFactsOfSteps } from '../booking/public.ts'
import { noteKeysGiven } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import { type PersonsToRegister, recordEvent } from '../registration/public.ts'
import { editStay } from './edit-stay.ts'
import { readCheckInFacts } from './facts.ts'
import { putStay } from './stay-aggregate.ts'
import { readBookingAt, together } from './together.ts'

type Input = ParsedOf<'stay.checkIn'>
type Answer = Outcome<{ id: never; version: number }, RefusalOf<'stay.checkIn'>>

/** One guest comes: the booking gets its room, is in house, and its stay begins. */
export const checkIn = writes('stay.checkIn', (tx, ctx, input) => checkInOne(tx, ctx, input))

/** Checks one booking in, in the room that is given or that it has. */
async function checkInOne(tx: Writer, ctx: Context, input: Input): Promise<Answer> {
  const { id, roomId } = input
  const given = roomId === undefined ? null : await loadRoom(tx, roomId)
  const stepsOf = (booking: BookingImage) =>
    roomId === undefined
      ? []
      : stepsToRoom(booking, ctx.businessDate, {
          roomId,
          roomTypeId: given?.image.roomTypeId,
          keepCharge: true,
        })
  const due = roomId === undefined ? null : await loadBooking(tx, id)
  const roomed = due && roomId !== undefined ? await giveRoom(tx, ctx, id, due.image, roomId) : []
  if (isRefused(roomed)) return roomed
  const found: { register?: PersonsToRegister } = {}
  const outcome = await editStay<RefusalOf<'stay.checkIn'>>(
    tx,
    ctx,
    input,
    async (booking, stay, facts) => {
      const early = refusalOfCheckIn(booking, ctx.businessDate)
      if (early) return early
      const planned = planSteps(booking, stepsOf(booking), facts)
      if (!planned.ok) return planned as Refused<RefusalOf<'stay.checkIn'>>
      const read = await readCheckInFacts(tx, ctx, id, planned.value)
      found.register = read.register
      const stranger = input.signatures.find(
        ({ guestId }) => !read.register.persons.some((one) => one.guestId === guestId),
      )
      if (stranger) return refuse('NOT_IN_BOOKING', { id: stranger.guestId })
      return planCheckIn(planned.value, stay, input, read.facts)
    },
    (booking) => readFactsOfSteps(tx, ctx.businessDate, id, booking, stepsOf(booking)),
  )
  if (!('done' in outcome) || !found.register) return outcome
  const arrival = { bookingId: id, event: 'arrival', roomId: outcome.stay.roomId } as const
  const registered = await recordEvent(tx, ctx, arrival, found.register)
  const keys = input.keys > 0 ? await noteKeysGiven(tx, ctx, id, input.keys) : []
  // First what the room is of: an undo takes it back last, when nobody is in it any more
  return done(outcome.output, [...roomed, ...outcome.changes, ...registered, ...keys])
}

/** A party comes: all at once, and who can't stays due in. */
export const checkInTogether = writes('stay.checkInTogether', async (tx, ctx, { bookings, accept, keys }) =>
  together(
    tx,
    bookings,
    (one) => checkInOne(tx, ctx, { ...one, accept, keys, signatures: [] }),
    questionOfCheckIn,
  ),
)

/** Stands at the desk and waits for a room, or no more. */
export const noteArrival = writes('stay.noteArrival', async (tx, ctx, { id, version, waits }) => {
  const booking = await readBookingAt(tx, id, version)
  if (!('image' in booking)) return booking
  const wrong = refusalOfCheckIn(booking.image, ctx.businessDate)
  if (wrong) return wrong
  const stay = await loadStay(tx, id)
  const before = stay?.image ?? null
  const after = { ...(before ?? noStay), arrivedAt: waits ? ctx.moment : null }
  return done({ id: id as never, version }, await putStay(tx, id, before, after))
})
