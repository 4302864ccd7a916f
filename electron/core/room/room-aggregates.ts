import type { Writer } from '#db/handles.ts'
import { readTypes } from '#db/queries/booking/facts.ts'
import { readNextOccupation, standsOnRoom, standsOnRoomType } from '#db/queries/room/rooms.ts'
import { findRoomByNumber, loadRoom, saveRoom } from '#db/repositories/room/repository.ts'
import { findRoomTypeByCode, loadRoomType, saveRoomType } from '#db/repositories/room/room-types.ts'
import type { RoomImage, RoomTypeImage } from '#shared/domain/room/room.ts'
import { type Refused, type RoomId, type RoomTypeId, refuse } from '#shared/values/index.ts'
import type { Aggregate, BackCode } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A room type; its code is its own. */
export const roomTypeAggregate: Aggregate<RoomTypeImage> = {
  entity: 'room-type',
  unknown: 'ROOM_TYPE_UNKNOWN',
  load: (tx, id) => loadRoomType(tx, id as RoomTypeId),
  save: (tx, id, before, after) => saveRoomType(tx, id as RoomTypeId, before, after),
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) {
      const what = await standsOnRoomType(tx, id as RoomTypeId)
      return what ? dependentExists(what) : null
    }
    const owner = await findRoomTypeByCode(tx, after.code)
    return owner !== null && owner !== id ? refuse('CODE_TAKEN', { code: after.code }) : null
  },
}

/** A room; its number is its own, and it can't go while somebody is to sleep in it. */
export const roomAggregate: Aggregate<RoomImage> = {
  entity: 'room',
  unknown: 'ROOM_UNKNOWN',
  load: (tx, id) => loadRoom(tx, id as RoomId),
  save: (tx, id, before, after) => saveRoom(tx, id as RoomId, before, after),
  check: async (tx, ctx, id, before, after) => {
    if (!after) {
      const what = await standsOnRoom(tx, id as RoomId)
      return what ? dependentExists(what) : null
    }
    const owner = await findRoomByNumber(tx, after.number)
    if (owner !== null && owner !== id) return refuse('NUMBER_TAKEN', { number: after.number })
    if (!(await readTypes(tx, [after.roomTypeId])).size) {
      return refuse('ROOM_TYPE_UNKNOWN', { id: after.roomTypeId })
    }
    return before ? checkUse(tx, ctx, id as RoomId, before, after) : null
  },
}

/** Anyone who was promised this room was promised its type and that it opens. */
async function checkUse(
  tx: Writer,
  ctx: Context,
  id: RoomId,
  before: RoomImage,
  after: RoomImage,
): Promise<Refused<BackCode> | null> {
  const retired = before.active && !after.active
  const stopped = !before.outOfService && after.outOfService
  if (!retired && !stopped && before.roomTypeId === after.roomTypeId) return null
  const night = await readNextOccupation(tx, id, ctx.businessDate)
  return night ? refuse('ROOM_IN_USE', { number: before.number, night }) : null
}
