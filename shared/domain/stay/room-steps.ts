import type { BusinessDate, RoomId, RoomTypeId } from '../../values/index.ts'
import { type BookingImage, roomOnDay } from '../booking/booking.ts'
import type { BookingChange } from '../booking/change.ts'
import { isDayUse } from '../booking/day-use.ts'

/** A room that a guest is to have now; of a type that is not known where it is not on file. */
export type GivenRoom = { roomId: RoomId; roomTypeId: RoomTypeId | undefined; keepCharge: boolean }

/** The changes that bring a booking into a room from a day on: none where the day's night is of it. */
export function stepsToRoom(
  booking: BookingImage,
  day: BusinessDate,
  { roomId, roomTypeId = booking.roomTypeId, keepCharge }: GivenRoom,
): BookingChange[] {
  if (roomOnDay(booking, day) === roomId) return []
  // The room of day use is of its hours: here its type alone follows
  if (isDayUse(booking))
    return roomTypeId === booking.roomTypeId ? [] : [{ kind: 'room-type', roomTypeId, keepCharge }]
  const charged = keepCharge || roomTypeId === booking.chargedRoomTypeId
  if (roomTypeId !== booking.roomTypeId || !charged)
    return [{ kind: 'room-type', roomTypeId, keepCharge, roomId }]
  return [{ kind: 'room', roomId }]
}
