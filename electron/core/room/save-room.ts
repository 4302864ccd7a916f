import { writes } from '../kernel/handler.ts'
import { saveWhole } from '../kernel/save.ts'
import { roomAggregate, roomTypeAggregate } from './room-aggregates.ts'

export const saveRoomType = writes('room.saveType', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, roomTypeAggregate, 'room_types', { id, version }, image),
)

export const saveRoom = writes('room.save', (tx, ctx, { id, version, ...fields }) => {
  // One feature once, in the order they were named in.
  const image = { ...fields, features: [...new Set(fields.features)] }
  return saveWhole(tx, ctx, roomAggregate, 'rooms', { id, version }, image)
})
