/**
 * Which room is whose on which night while a demo hotel is made: the same two rules as in the store, kept in
 * memory. A type is never sold beyond its rooms, and no room is given twice for a night. Days are day numbers.
 */
export type Calendar = {
  /** True when the type has a room left on every night of [from, to). */
  isLeft: (type: number, from: number, to: number) => boolean
  sell: (type: number, from: number, to: number) => void
  giveBack: (type: number, from: number, to: number) => void
  isFree: (room: number, from: number, to: number) => boolean
  /** Throws when the room is taken: a defect of the maker, never of chance. */
  occupy: (room: number, from: number, to: number, by: number) => void
  vacate: (room: number, from: number, to: number) => void
  /** Who holds the room on a night; 0 nobody, −1 a closure. */
  holder: (room: number, day: number) => number
  /** A room of the type that is free on every night, looked for from a place on; −1 when there is none. */
  findRoom: (type: number, from: number, to: number, start: number) => number
}

/** `typeOfRoom`: the type's index for each room. Nights from `firstDay` to before `lastDay`. */
export function createCalendar(
  typeOfRoom: readonly number[],
  types: number,
  firstDay: number,
  lastDay: number,
): Calendar {
  const days = lastDay - firstDay
  const holders = new Int32Array(typeOfRoom.length * days)
  const sold = new Int16Array(types * days)
  const roomsOfType = Array.from({ length: types }, (_, type) =>
    typeOfRoom.flatMap((own, room) => (own === type ? [room] : [])),
  )
  const at = (row: number, day: number) => row * days + day - firstDay

  function isFree(room: number, from: number, to: number): boolean {
    const start = at(room, from)
    for (let i = start, end = start + to - from; i < end; i++) if (holders[i] !== 0) return false
    return true
  }

  return {
    isLeft: (type, from, to) => {
      const limit = (roomsOfType[type] as number[]).length
      const start = at(type, from)
      for (let i = start, end = start + to - from; i < end; i++)
        if ((sold[i] as number) >= limit) return false
      return true
    },
    sell: (type, from, to) => {
      for (let day = from; day < to; day++) (sold[at(type, day)] as number)++
    },
    giveBack: (type, from, to) => {
      for (let day = from; day < to; day++) (sold[at(type, day)] as number)--
    },
    isFree,
    occupy: (room, from, to, by) => {
      if (!isFree(room, from, to)) throw new Error(`room ${room} is taken between ${from} and ${to}`)
      holders.fill(by, at(room, from), at(room, from) + to - from)
    },
    vacate: (room, from, to) => {
      holders.fill(0, at(room, from), at(room, from) + to - from)
    },
    holder: (room, day) => holders[at(room, day)] as number,
    findRoom: (type, from, to, start) => {
      const rooms = roomsOfType[type] as number[]
      for (let i = 0; i < rooms.length; i++) {
        const room = rooms[(start + i) % rooms.length] as number
        if (isFree(room, from, to)) return room
      }
      return -1
    },
  }
}
