import type { Writer } from '#db/handles.ts'
import { readTypes } from '#db/queries/booking/facts.ts'
import {
  readInRoom,
  readOverlapping,
  readRoomHolders,
  readUnassigned,
} from '#db/queries/housekeeping/closures.ts'
import { loadClosure, saveClosure } from '#db/repositories/housekeeping/closures.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { leftOf } from '#shared/domain/booking/stock.ts'
import { type ClosureImage, nightsTaken } from '#shared/domain/housekeeping/closure.ts'
import type { RoomImage } from '#shared/domain/room/room.ts'
import { addDays, type BusinessDate, type Refused, refuse } from '#shared/values/index.ts'
import type { Aggregate, BackCode } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { readLeft } from '../room/public.ts'

type Refusal = Promise<Refused<BackCode> | null>

/** Bookings named in a refusal; the rest is counted. */
const named = 3

/** A room that is out of order or out of service from a day until another. */
export const closureAggregate: Aggregate<ClosureImage> = {
  entity: 'closure',
  unknown: 'CLOSURE_UNKNOWN',
  load: loadClosure,
  save: saveClosure,
  check: async (tx, ctx, id, before, after) => {
    if (!after) return null
    const found = await loadRoom(tx, after.roomId)
    if (!found?.image.active) return refuse('ROOM_UNKNOWN', { id: after.roomId })
    const room = found.image
    const nights = nightsTaken(takes(before, after) ? null : before, after, ctx.businessDate)
    if (nights.length === 0) return null
    const other = await readOverlapping(tx, id, after.roomId, after)
    if (other)
      return refuse('CLOSURE_OVERLAPS', {
        room: room.number,
        from: other.from,
        to: other.to,
        kind: other.kind,
      })
    return (
      (await checkPromised(tx, ctx, room, nights, after)) ??
      (after.kind === 'out-of-order' ? checkSold(tx, room, nights) : null)
    )
  },
}

/** Out of order takes what out of service did not. */
function takes(before: ClosureImage | null, after: ClosureImage): boolean {
  return before !== null && before.kind !== after.kind && after.kind === 'out-of-order'
}

/** Nobody is in the room, and nobody was promised it. */
async function checkPromised(
  tx: Writer,
  ctx: Context,
  room: RoomImage,
  nights: readonly BusinessDate[],
  { roomId }: ClosureImage,
): Refusal {
  const [first, last] = [nights[0], nights.at(-1)]
  if (!first || !last) return null
  const holders = await readRoomHolders(tx, roomId, { from: first, to: addDays(last, 1) })
  if (holders[0])
    return refuse('CLOSURE_PROMISED', {
      room: room.number,
      night: holders[0].night,
      ...bookingsNamed(holders),
    })
  // Who leaves today has the room still
  if (first > ctx.businessDate) return null
  const inRoom = await readInRoom(tx, roomId)
  return inRoom.length > 0
    ? refuse('CLOSURE_OCCUPIED', { room: room.number, ...bookingsNamed(inRoom) })
    : null
}

/** What the room's type has left bears that one of its rooms is out of order: else the bookings that would have none are named. */
async function checkSold(tx: Writer, room: RoomImage, nights: readonly BusinessDate[]): Refusal {
  const [first, last] = [nights[0], nights.at(-1)]
  if (!first || !last) return null
  const types = await readLeft(tx, first, addDays(last, 1))
  const type = types.find(({ roomTypeId }) => roomTypeId === room.roomTypeId)
  const tight = type?.nights.find((night) => nights.includes(night.night) && leftOf(night) < 1)
  if (!tight) return null
  const code = (await readTypes(tx, [room.roomTypeId])).get(room.roomTypeId)?.code ?? ''
  const bookings = await readUnassigned(tx, room.roomTypeId, tight.night)
  return refuse('CLOSURE_SOLD', { roomType: code, night: tight.night, ...bookingsNamed(bookings) })
}

function bookingsNamed(of: readonly { confirmationNo: string }[]) {
  const more = of.length - named
  const bookings = of.slice(0, named).map(({ confirmationNo }) => confirmationNo)
  return { bookings: [...bookings, ...(more > 0 ? [`+${more}`] : [])].join(', ') }
}
