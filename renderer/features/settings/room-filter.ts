type RoomLike = { number: string; floor: number; roomTypeId: number }
export type RoomFilter = {
  text: string
  /** 0: every type. */
  type: number
  floor: number | null
}

/** Rooms whose number begins with the text, of the type and floor chosen; numbers that only contain it come after. */
export function filteredRooms<R extends RoomLike>(
  rooms: readonly R[],
  { text, type, floor }: RoomFilter,
): R[] {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  const fitting = rooms.filter(
    (room) =>
      (type === 0 || room.roomTypeId === type) &&
      (floor === null || room.floor === floor) &&
      room.number.toLowerCase().includes(wanted),
  )
  if (wanted === '') return fitting
  const begins = (room: R) => room.number.toLowerCase().startsWith(wanted)
  return [...fitting.filter(begins), ...fitting.filter((room) => !begins(room))]
}

/** The floors there are, from the lowest up. */
export function floorsOf(rooms: readonly RoomLike[]): number[] {
  return [...new Set(rooms.map((room) => room.floor))].sort((a, b) => a - b)
}
