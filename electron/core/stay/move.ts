import type { Writer } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { isReady } from '#shared/domain/housekeeping/rules.ts'
import { stayInHouse } from '#shared/domain/stay/check-out.ts'
import { stepsToRoom } from '#shared/domain/stay/room-steps.ts'
import { words } from '#shared/i18n/index.ts'
import { isRefused, ok, type Refused, type RoomId, refuse } from '#shared/values/index.ts'
import { checkNeeds, giveRoom, readFactsOfSteps, roomOfDay } from '../booking/public.ts'
import { leaveTraces } from '../house/public.ts'
import { housekeepingSettings, roomAfter } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { editStay } from './edit-stay.ts'
import { readOccupantOf } from './stay-aggregate.ts'

type MoveCode = RefusalOf<'stay.moveRoom'>

/**
 * A guest in house goes to another room now. The nights from the business date on are of the new room; the one they leave is
 * to be cleaned. Where a move was planned and the nights have the new room already, only the move itself is kept.
 */
export const moveRoom = writes('stay.moveRoom', async (tx, ctx, input) => {
  const { id, roomId, keepCharge } = input
  const room = await loadRoom(tx, roomId)
  if (!room) return refuse('ROOM_UNKNOWN', { id: roomId })
  const { number, roomTypeId, housekeeping } = room.image
  const stepsOf = (booking: BookingImage) =>
    stepsToRoom(booking, ctx.businessDate, { roomId, roomTypeId, keepCharge })
  const booked = await loadBooking(tx, id)
  const given = booked ? await giveRoom(tx, ctx, id, booked.image, roomId) : []
  if (isRefused(given)) return given
  const left: { roomId?: RoomId | null } = {}
  const outcome = await editStay<MoveCode>(
    tx,
    ctx,
    input,
    async (booking, stay, facts) => {
      if (booking.status !== 'in-house') return refuse('NOT_IN_HOUSE', { status: booking.status })
      const came = stayInHouse(booking, stay, ctx.businessDate)
      left.roomId = came.roomId ?? (await roomOfDay(tx, id, booking, ctx.businessDate))
      if (left.roomId === roomId) return refuse('ROOM_SAME', { room: number })
      const occupant = await readOccupantOf(tx, ctx, roomId, id)
      if (occupant) return refuse('ROOM_OCCUPIED', { room: number, ...occupant })
      const ready = isReady(housekeeping, await housekeepingSettings.read(tx))
      if (!ready && !input.accept.includes('room-not-ready'))
        return refuse('ROOM_NOT_READY', { room: number, status: housekeeping })
      const planned = planSteps(booking, stepsOf(booking), facts)
      if (!planned.ok) return planned as Refused<MoveCode>
      const lacks =
        planned.value === booking ? null : checkNeeds(ctx, booking, planned.value, facts, input.reason)
      return lacks ?? ok({ booking: planned.value, stay: { ...came, roomId } })
    },
    (booking) => readFactsOfSteps(tx, ctx.businessDate, id, booking, stepsOf(booking)),
  )
  if (!('done' in outcome)) return outcome
  const changes = [...given, ...outcome.changes]
  if (left.roomId != null)
    changes.push(...(await roomAfter(tx, ctx, left.roomId, { kind: 'move', leaves: input.oldRoom })))
  changes.push(...(await registerEvent(tx, ctx, { bookingId: id, event: 'move', roomId })))
  if (input.tell.length > 0) changes.push(...(await tellOfMove(tx, ctx, input, left.roomId ?? null, number)))
  return done(outcome.output, changes)
})

/** Traces of today: housekeeping takes along what was put into the room, the bell desk brings the luggage. */
async function tellOfMove(
  tx: Writer,
  ctx: Context,
  { id: bookingId, tell }: ParsedOf<'stay.moveRoom'>,
  left: RoomId | null,
  to: string,
): Promise<Change[]> {
  const from = left === null ? '' : ((await loadRoom(tx, left))?.image.number ?? '')
  const tasks = [...new Set(tell)].map((department) => ({
    bookingId,
    department,
    text: words(ctx.language, `stay.move.trace.${department}`, { from, to }),
  }))
  return leaveTraces(tx, ctx, tasks)
}
