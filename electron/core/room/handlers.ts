import { availability, freeRooms } from './availability.ts'
import { listRooms, listRoomTypes } from './list-rooms.ts'
import { saveRoom, saveRoomType } from './save-room.ts'

export const roomHandlers = {
  'room.listTypes': listRoomTypes,
  'room.saveType': saveRoomType,
  'room.list': listRooms,
  'room.save': saveRoom,
  'room.availability': availability,
  'room.free': freeRooms,
}
