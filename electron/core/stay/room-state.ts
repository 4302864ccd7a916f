import type { Writer } from '#db/handles.ts'
import { loadRoom, saveRoom } from '#db/repositories/room/repository.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { RoomId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf } from '../kernel/outcome.ts'

/** A guest left the room: it is to be cleaned, or is in the state that the desk says. */
export async function leaveRoom(
  tx: Writer,
  _ctx: Context,
  roomId: RoomId,
  _event: 'departure' | 'move',
  state: Housekeeping = 'dirty',
): Promise<Change[]> {
  const room = await loadRoom(tx, roomId)
  if (!room || room.image.housekeeping === state) return []
  const after = { ...room.image, housekeeping: state }
  await saveRoom(tx, roomId, room.image, after)
  return changeOf('room', roomId, room.image, after)
}
