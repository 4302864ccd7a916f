import type { BusinessDate, RoomId, RoomTypeId } from '../../values/index.ts'
import { type BookingImage, roomOnDay } from '../booking/booking.ts'
import { isDayUse } from '../booking/day-use.ts'
import { plannedMove, type RoomStep } from './planned-move.ts'

/** A room that a guest is to have now; of a type that is not known where it is not on file. */
export type GivenRoom = { roomId: RoomId; roomTypeId: RoomTypeId | undefined; keepCharge: boolean }

type Stay = Pick<BookingImage, 'arrival' | 'departure' | 'nights' | 'roomTypeId' | 'chargedRoomTypeId'>

/** The changes that bring a booking into a room from a day on: none where the day's night is of it. */
export function stepsToRoom(
  booking: Stay,
  day: BusinessDate,
  { roomId, roomTypeId = booking.roomTypeId, keepCharge }: GivenRoom,
): RoomStep[] {
  if (roomOnDay(booking, day) === roomId) return []
  // The room of day use is of its hours: here its type alone follows
  if (isDayUse(booking))
    return roomTypeId === booking.roomTypeId ? [] : [{ kind: 'room-type', roomTypeId, keepCharge }]
  // What is planned for a later night stays planned
  const planned = plannedMove(booking.nights, day)
  const night = booking.nights[day]
  if (planned && night) {
    const span = { from: day, until: planned.on }
    return night.roomTypeId === roomTypeId
      ? [{ kind: 'room', roomId, ...span }]
      : [{ kind: 'room-type', roomTypeId, keepCharge, roomId, ...span }]
  }
  const charged = keepCharge || roomTypeId === booking.chargedRoomTypeId
  if (roomTypeId !== booking.roomTypeId || !charged)
    return [{ kind: 'room-type', roomTypeId, keepCharge, roomId }]
  return [{ kind: 'room', roomId }]
}
