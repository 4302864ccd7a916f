/** Whether a wish can't be met by the rooms in question, as far as the hotel has noted what its rooms are like. */
import type { RoomFeature } from './room.ts'

/** What a wish asks of the room: a feature, or to be without it. */
export type WishedFeature = { feature: RoomFeature; wanted: boolean }
type Room = { features: readonly string[] }

export type RoomsAsked = {
  /** Every room of the hotel, and those of the type. */
  all: readonly Room[]
  ofType: readonly Room[]
  /** Those of the type that are free; null while that is not known. */
  free: readonly Room[] | null
  /** The room that was chosen. */
  chosen: Room | null
}

/** No room of the type is so, none that is free, or not the one chosen. */
export type Contradiction = 'type' | 'free' | 'room'

/** Of these a room has one at most: that one is noted says what the room is not. */
const rivals: readonly (readonly RoomFeature[])[] = [
  ['king', 'twin'],
  ['high-floor', 'medium-floor', 'low-floor'],
  ['near-elevator', 'away-from-elevator'],
]

/** Why a wish can't be met; null where it can, and where the hotel notes nothing of the kind. */
export function contradictionOf(wish: WishedFeature, rooms: RoomsAsked): Contradiction | null {
  const meets = ({ features }: Room) => features.includes(wish.feature) === wish.wanted
  if (rooms.ofType.length === 0 || !isNoted(wish, rooms)) return null
  if (!rooms.ofType.some(meets)) return 'type'
  if (rooms.chosen) return meets(rooms.chosen) ? null : 'room'
  return rooms.free?.some(meets) === false ? 'free' : null
}

/** A hotel that notes the feature of no room has not said that none has it; smoking rooms are always noted. */
function isNoted({ feature }: WishedFeature, { all, ofType }: RoomsAsked): boolean {
  if (feature === 'smoking') return true
  const others = rivals.find((group) => group.includes(feature)) ?? []
  return (
    all.some(({ features }) => features.includes(feature)) ||
    ofType.some(({ features }) => others.some((other) => features.includes(other)))
  )
}
