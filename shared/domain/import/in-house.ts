/** Who is in house sleeps somewhere: of what a source says of the stay, as much is taken as leaves the guest a room of its type. */
import type { RoomId, RoomTypeId } from '../../values/index.ts'
import { type BookingImage, isLive } from '../booking/booking.ts'
import type { MergedField } from './merge-booking.ts'
import type { SourceRecord } from './source-record.ts'

/** What the file would change of a stay in house, and can't. */
export type HeldField = Extract<
  MergedField,
  'arrival' | 'departure' | 'roomType' | 'chargedRoomType' | 'room' | 'rate'
>

/** `next` with the rooms that it would take off, and without another type that the guest has no room of. */
export function inTheirRooms(
  mine: BookingImage,
  next: BookingImage,
  typeOfRoom: (room: RoomId) => RoomTypeId | null,
): BookingImage {
  if (next.status !== 'in-house') return next
  const nights: BookingImage['nights'] = {}
  let last: RoomId | null = null
  for (const [night, part] of Object.entries(next.nights).sort()) {
    const was = mine.nights[night]
    last = was ? was.roomId : last
    nights[night] = { ...part, roomId: part.roomId ?? last }
  }
  const isOfAnother = Object.values(nights).some(
    ({ roomId, roomTypeId }) => roomId !== null && typeOfRoom(roomId) !== roomTypeId,
  )
  if (next.roomTypeId === mine.roomTypeId || !isOfAnother) return { ...next, nights }
  for (const [night, part] of Object.entries(nights))
    if (part.roomTypeId === next.roomTypeId)
      nights[night] = { ...part, roomTypeId: mine.nights[night]?.roomTypeId ?? mine.roomTypeId }
  const follows = next.chargedRoomTypeId === next.roomTypeId
  return {
    ...next,
    roomTypeId: mine.roomTypeId,
    chargedRoomTypeId: follows ? mine.chargedRoomTypeId : next.chargedRoomTypeId,
    nights,
  }
}

/** `next` with the stay as it is: the room that it wants is somebody else's. Null where no room is held that could be kept. */
export function stayingAsTheyAre(mine: BookingImage, next: BookingImage): BookingImage | null {
  const holds = isLive(mine.status) && Object.values(mine.nights).some(({ roomId }) => roomId !== null)
  if (next.status !== 'in-house' || !holds) return null
  const { arrival, departure, roomTypeId, chargedRoomTypeId, nights } = mine
  return { ...next, arrival, departure, roomTypeId, chargedRoomTypeId, nights }
}

/** The fields of the stay in which `next` is not what was merged. */
export function heldFields(merged: BookingImage, next: BookingImage): HeldField[] {
  const nightsDiffer = (part: 'roomId' | 'rateMinor') =>
    Object.entries(next.nights).some(([night, now]) => {
      const said = merged.nights[night]
      return said !== undefined && said[part] !== now[part]
    })
  const differs: Record<HeldField, boolean> = {
    arrival: merged.arrival !== next.arrival,
    departure: merged.departure !== next.departure,
    roomType: merged.roomTypeId !== next.roomTypeId,
    chargedRoomType: merged.chargedRoomTypeId !== next.chargedRoomTypeId,
    room: nightsDiffer('roomId'),
    rate: nightsDiffer('rateMinor'),
  }
  return (Object.keys(differs) as HeldField[]).filter((field) => differs[field])
}

/** What a row states, but for what was held: that is compared anew, and told, with every export that says it. */
export function withoutHeld(now: SourceRecord, held: readonly HeldField[]): SourceRecord {
  const left = { ...now }
  for (const field of held) delete left[field === 'rate' ? 'rates' : field]
  return left
}
