/** A move that is planned: from a night on the stay has another room than the day before. */
import type { BusinessDate, RoomId, RoomTypeId } from '../../values/index.ts'
import type { BookingImage } from '../booking/booking.ts'
import type { BookingChange } from '../booking/change.ts'

type Nights = Readonly<Record<string, { roomId: RoomId | null; roomTypeId: RoomTypeId } | undefined>>
export type PlannedMove = { on: BusinessDate; roomId: RoomId }

/** The first move after a day, as the nights have it; null where the stay keeps its room, or has none on that day. */
export function plannedMove(nights: Nights, day: BusinessDate): PlannedMove | null {
  const now = nights[day]?.roomId ?? null
  if (now === null) return null
  for (const on of Object.keys(nights).sort()) {
    const roomId = nights[on]?.roomId ?? null
    if (on > day && roomId !== null && roomId !== now) return { on: on as BusinessDate, roomId }
  }
  return null
}

/** A change that gives nights another room. */
export type RoomStep = Extract<BookingChange, { kind: 'room' | 'room-type' }>
type To = { roomId: RoomId; roomTypeId: RoomTypeId; keepCharge: boolean }

/** The change that gives all nights from one on another room: of their type where it is of it, else with the type. */
export function stepToPlan(
  booking: Pick<BookingImage, 'nights' | 'chargedRoomTypeId'>,
  from: BusinessDate,
  { roomId, roomTypeId, keepCharge }: To,
): RoomStep {
  const later = Object.entries(booking.nights).filter(([night]) => night >= from)
  const sameType = later.every(([, night]) => night.roomTypeId === roomTypeId)
  const sameCharge = keepCharge || booking.chargedRoomTypeId === roomTypeId
  return sameType && sameCharge
    ? { kind: 'room', roomId, from }
    : { kind: 'room-type', roomTypeId, keepCharge, roomId, from }
}
