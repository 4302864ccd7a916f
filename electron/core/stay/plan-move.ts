import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import type { ParsedOf } from '#shared/contract/index.ts'
import { roomOnDay } from '#shared/domain/booking/booking.ts'
import { stepToPlan } from '#shared/domain/stay/planned-move.ts'
import { words } from '#shared/i18n/index.ts'
import { addDays, type RoomId, refuse } from '#shared/values/index.ts'
import { changeInSteps } from '../booking/public.ts'
import { leaveTraces } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'

/**
 * A guest in house is to have another room from a later night on, of any type: those nights are of it at once, so that nobody
 * else is given it. The guest is where they are until `stay.moveRoom` on that day.
 */
export const planMove = writes('stay.planMove', async (tx, ctx, input) => {
  const { id, version, from, roomId, keepCharge, reason } = input
  const room = await loadRoom(tx, roomId)
  if (!room) return refuse('ROOM_UNKNOWN', { id: roomId })
  const booking = await loadBooking(tx, id)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { image } = booking
  if (image.status !== 'in-house') return refuse('NOT_IN_HOUSE', { status: image.status })
  if (from < ctx.businessDate) return refuse('NIGHT_IN_PAST', { night: from, businessDate: ctx.businessDate })
  if (!image.nights[from]) return refuse('NIGHT_OUTSIDE_STAY', { night: from })
  const left = roomOnDay(image, addDays(from, -1))
  if (left === roomId) return refuse('ROOM_SAME', { room: room.image.number })
  const step = stepToPlan(image, from, { roomId, roomTypeId: room.image.roomTypeId, keepCharge })
  const planned = await changeInSteps(tx, ctx, { id, version, steps: [step] }, reason)
  if (!('done' in planned)) return planned
  const told = await tellOfPlan(tx, ctx, input, left, room.image.number)
  return done(planned.output, [...planned.changes, ...told])
})

/** Traces of the day of the move: how the old room is left, and what is brought to the new one. */
async function tellOfPlan(
  tx: Writer,
  ctx: Context,
  { id: bookingId, from: on, tell, oldRoom }: ParsedOf<'stay.planMove'>,
  left: RoomId | null,
  to: string,
): Promise<Change[]> {
  const from = left === null ? '' : ((await loadRoom(tx, left))?.image.number ?? '')
  const state = words(ctx.language, `shell.mark.${oldRoom}`)
  const tasks = [...new Set(tell)].map((department) => ({
    bookingId,
    department,
    text: words(ctx.language, `stay.move.later.${department}`, { from, to, state }),
  }))
  return leaveTraces(tx, ctx, tasks, on)
}
