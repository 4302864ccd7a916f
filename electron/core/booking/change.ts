import type { Writer } from '#db/handles.ts'
import { readRequestsOf, requestImage, updateRequest } from '#db/repositories/request/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { dueAfterMove } from '#shared/domain/request/image.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type Edited, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, type NotDone, type Outcome } from '../kernel/outcome.ts'
import { bookingAggregate } from './booking-aggregate.ts'
import { dropHours, stepsInRoom } from './day-use.ts'
import { readFactsOfSteps } from './facts.ts'
import { checkNeeds } from './needs.ts'

/**
 * Every change of a booking: the value that the page showed the effect of, put through the same planner. The contract
 * names for each command which of the planner's codes it can meet.
 */
export async function changeBooking(
  tx: Writer,
  ctx: Context,
  { id, version, ...change }: { id: BookingId; version: number; reason?: string | undefined } & BookingChange,
): Promise<Outcome<{ id: never; version: number }, never>> {
  return changeInSteps(tx, ctx, { id, version, steps: [change] }, change.reason)
}

export type Steps = { id: BookingId; version: number; steps: readonly BookingChange[] }

/** The same for another command of the same transaction: several changes of one booking as one, with what it was and is. */
export async function changeInSteps(
  tx: Writer,
  ctx: Context,
  { id, version, steps }: Steps,
  reason: string | undefined,
): Promise<Edited<BookingImage> | NotDone<never>> {
  const all: { steps: readonly BookingChange[] } = { steps }
  const outcome = await edit(
    tx,
    ctx,
    bookingAggregate,
    id,
    version,
    (image, facts) => {
      const planned = planSteps(image, all.steps, facts)
      return (planned.ok && checkNeeds(ctx, image, planned.value, facts, reason)) || planned
    },
    async (image) => {
      all.steps = await stepsInRoom(tx, id, image, steps)
      return readFactsOfSteps(tx, ctx.businessDate, id, image, all.steps)
    },
  )
  if (!('done' in outcome)) return outcome as NotDone<never>
  const dropped = await dropHours(tx, id, outcome.before, outcome.after)
  const moved = await moveRequests(tx, id, outcome.before, outcome.after)
  return { ...outcome, changes: [...outcome.changes, ...dropped, ...moved] }
}

/** Open requests go with the stay: the crib for the day of arrival is for the new day. */
async function moveRequests(
  tx: Writer,
  bookingId: BookingId,
  from: BookingImage,
  to: BookingImage,
): Promise<Change[]> {
  if (from.arrival === to.arrival && from.departure === to.departure) return []
  const changes: Change[] = []
  for (const row of await readRequestsOf(tx, bookingId)) {
    const before = requestImage(row)
    const after = { ...before, dueOn: dueAfterMove(before, from, to) }
    if (after.dueOn === before.dueOn) continue
    await updateRequest(tx, row.id, after)
    changes.push(...changeOf('request', row.id, before, after, bookingId))
  }
  return changes
}

export const changeDates = writes('booking.changeDates', changeBooking)
export const changeRoomType = writes('booking.changeRoomType', changeBooking)
export const assignRoom = writes('booking.assignRoom', changeBooking)
export const changeRate = writes('booking.changeRate', changeBooking)
export const changeDetails = writes('booking.changeDetails', changeBooking)
export const confirmBooking = writes('booking.confirm', changeBooking)
export const cancelBooking = writes('booking.cancel', changeBooking)
export const reinstateBooking = writes('booking.reinstate', changeBooking)
