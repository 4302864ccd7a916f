import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import { inAttempt } from '#db/transaction.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { planCheckIn, questionOfCheckIn, refusalOfCheckIn } from '#shared/domain/stay/check-in.ts'
import { noStay } from '#shared/domain/stay/stay.ts'
import { type BookingId, isRefused, type RoomId, refuse } from '#shared/values/index.ts'
import { bookingAggregate, readFactsOfSteps } from '../booking/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, conflict, done, type Outcome } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { readCheckInFacts, roomOfDay } from './facts.ts'
import { putStay } from './stay-aggregate.ts'

type Input = Omit<ParsedOf<'stay.checkIn'>, 'signature'> & { signature?: string | undefined }
type Answer = Outcome<{ id: never; version: number }, RefusalOf<'stay.checkIn'>>

/** One guest comes: the booking gets its room, is in house, and its stay begins. */
export const checkIn = writes('stay.checkIn', (tx, ctx, input) => checkInOne(tx, ctx, input))

/**
 * Checks one booking in. All that can refuse it does so before anything is written, so that of several which are checked in
 * together one that can't leaves nothing behind.
 */
async function checkInOne(tx: Writer, ctx: Context, input: Input): Promise<Answer> {
  const { id, version } = input
  const stay = await loadStay(tx, id)
  let planned: ReturnType<typeof planCheckIn> | null = null
  const outcome = await edit<
    BookingImage,
    RefusalOf<'stay.checkIn'>,
    Awaited<ReturnType<typeof readFactsOfSteps>>
  >(
    tx,
    ctx,
    bookingAggregate,
    id,
    version,
    async (image, facts) => {
      const early = refusalOfCheckIn(image, ctx.businessDate)
      if (early) return early
      const roomed = planSteps(image, await stepsTo(tx, ctx, image, input.roomId), facts)
      if (!roomed.ok) return roomed as never
      const room = roomOfDay(roomed.value, ctx.businessDate)
      const { facts: found } = await readCheckInFacts(tx, ctx, id, room)
      planned = planCheckIn(roomed.value, stay?.image ?? null, input, found)
      return planned.ok ? { ok: true, value: planned.value.booking } : planned
    },
    async (image) =>
      readFactsOfSteps(tx, ctx.businessDate, id, image, await stepsTo(tx, ctx, image, input.roomId)),
  )
  if (!('done' in outcome)) return outcome as Answer
  const result = planned as ReturnType<typeof planCheckIn> | null
  if (!result?.ok) throw new Error(`booking ${id} was checked in without a plan`)
  const stayChanges = await putStay(tx, id, stay?.image ?? null, result.value.stay)
  const registered = await registerEvent(tx, ctx, { bookingId: id, event: 'arrival' })
  return done(outcome.output, [...outcome.changes, ...stayChanges, ...registered])
}

/** The changes that bring a booking into the room it is to have: none where it has that. */
async function stepsTo(
  tx: Writer,
  ctx: Context,
  image: BookingImage,
  roomId: RoomId | undefined,
): Promise<BookingChange[]> {
  if (roomId === undefined || roomOfDay(image, ctx.businessDate) === roomId) return []
  const room = await loadRoom(tx, roomId)
  const roomTypeId = room?.image.roomTypeId ?? image.roomTypeId
  if (roomTypeId !== image.roomTypeId) return [{ kind: 'room-type', roomTypeId, keepCharge: true, roomId }]
  return [{ kind: 'room', roomId }]
}

/** A party comes: all at once, and who can't stays due in. */
export const checkInTogether = writes('stay.checkInTogether', async (tx, ctx, { bookings, accept, keys }) =>
  eachOf(tx, bookings, (one) => checkInOne(tx, ctx, { ...one, accept, keys }), questionOfCheckIn),
)

type Failed = { id: BookingId; code: string; params: Record<string, string | number>; question: never | null }

/**
 * Does the same for several bookings. What is refused is reported with its reason, and so is a booking that somebody changed
 * meanwhile; the others are done.
 */
export async function eachOf<C extends string>(
  tx: Writer,
  bookings: readonly { id: BookingId; version: number }[],
  act: (one: { id: BookingId; version: number }) => Promise<Outcome<{ id: never; version: number }, C>>,
  questionOf: (code: never) => string | null,
) {
  const finished: { id: never; version: number }[] = []
  const failed: Failed[] = []
  const changes: Change[] = []
  for (const one of bookings) {
    const outcome = await inAttempt(
      tx,
      () => act(one),
      (answer) => 'done' in answer,
    )
    if ('done' in outcome) {
      finished.push(outcome.output)
      changes.push(...outcome.changes)
    } else if (isRefused(outcome)) {
      const { code, params = {} } = outcome.refusal
      failed.push({ id: one.id, code, params, question: questionOf(code as never) as never })
    } else failed.push({ id: one.id, code: 'CONFLICT', params: {}, question: null })
  }
  return done({ done: finished, failed }, changes)
}

/** Stands at the desk and waits for a room, or no more. */
export const noteArrival = writes('stay.noteArrival', async (tx, ctx, { id, version, waits }) => {
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  if (booking.version !== version) return conflict('booking', id)
  const wrong = refusalOfCheckIn(booking.image, ctx.businessDate)
  if (wrong) return wrong
  const stay = await loadStay(tx, id)
  const before = stay?.image ?? null
  const after = { ...(before ?? noStay), arrivedAt: waits ? ctx.moment : null }
  return done({ id: id as never, version }, await putStay(tx, id, before, after))
})
