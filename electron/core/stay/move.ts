import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import { planSteps } from '#shared/domain/booking/steps.ts'
import { isReady } from '#shared/domain/stay/check-in.ts'
import { cameUnrecorded } from '#shared/domain/stay/check-out.ts'
import { ok, type RoomId, refuse } from '#shared/values/index.ts'
import { bookingAggregate, checkNeeds, type Facts, readFactsOfSteps } from '../booking/public.ts'
import { roomAfter } from '../housekeeping/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { registerEvent } from '../registration/public.ts'
import { roomOfDay } from './facts.ts'
import { putStay, readOccupantOf } from './stay-aggregate.ts'

/**
 * A guest in house goes to another room now. The nights from the business date on are of the new room; the one they leave is
 * to be cleaned. Where a move was planned and the nights have the new room already, only the move itself is kept.
 */
export const moveRoom = writes('stay.moveRoom', async (tx, ctx, input) => {
  const { id, version, roomId } = input
  const stay = await loadStay(tx, id)
  const room = await loadRoom(tx, roomId)
  if (!room) return refuse('ROOM_UNKNOWN', { id: roomId })
  const outcome = await edit<BookingImage, RefusalOf<'stay.moveRoom'>, Facts>(
    tx,
    ctx,
    bookingAggregate,
    id,
    version,
    async (image, facts) => {
      if (image.status !== 'in-house') return refuse('NOT_IN_HOUSE', { status: image.status })
      const from = stay?.image.roomId ?? roomOfDay(image, ctx.businessDate)
      if (from === roomId) return refuse('ROOM_SAME', { room: room.image.number })
      const occupant = await readOccupantOf(tx, ctx, roomId, id)
      if (occupant) return refuse('ROOM_OCCUPIED', { room: room.image.number, ...occupant })
      if (!isReady(room.image) && !input.accept.includes('room-not-ready'))
        return refuse('ROOM_NOT_READY', { room: room.image.number, status: room.image.housekeeping })
      const planned = planSteps(image, stepsOfMove(image, ctx, room.image.roomTypeId, input), facts)
      if (!planned.ok) return planned as never
      if (planned.value !== image) {
        const lacks = checkNeeds(ctx, image, planned.value, facts, input.reason)
        if (lacks) return lacks
      }
      return ok(planned.value)
    },
    (image) =>
      readFactsOfSteps(
        tx,
        ctx.businessDate,
        id,
        image,
        stepsOfMove(image, ctx, room.image.roomTypeId, input),
      ),
  )
  if (!('done' in outcome)) return outcome as never
  const before = stay?.image ?? null
  const came = before ?? cameUnrecorded(outcome.before)
  const from = came.roomId ?? roomOfDay(outcome.before, ctx.businessDate)
  const changes = [...outcome.changes, ...(await putStay(tx, id, before, { ...came, roomId }))]
  if (from !== null)
    changes.push(...(await roomAfter(tx, ctx, from, { kind: 'move', leaves: input.oldRoom })))
  changes.push(...(await registerEvent(tx, ctx, { bookingId: id, event: 'move', roomId })))
  return done(outcome.output, changes)
})

type Move = { roomId: RoomId; keepCharge: boolean }

function stepsOfMove(
  image: BookingImage,
  ctx: Context,
  roomTypeId: BookingImage['roomTypeId'],
  { roomId, keepCharge }: Move,
): BookingChange[] {
  if (roomOfDay(image, ctx.businessDate) === roomId) return []
  if (roomTypeId !== image.roomTypeId) return [{ kind: 'room-type', roomTypeId, keepCharge, roomId }]
  return [{ kind: 'room', roomId }]
}
