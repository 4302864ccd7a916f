/** How the rooms of a demo hotel are through its last weeks: left dirty, cleaned, inspected, slept in, each with its row. */
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { Author, Diary, When } from './diary.ts'
import type { House } from './house.ts'

type Act = { when: When; author: Author; operation: string; command?: number | undefined }

export type RoomStates = {
  /** By the room's place in the house. */
  of: (room: number) => Housekeeping
  /** Whether a guest may not be given the room yet. */
  isUnready: (room: number) => boolean
  /** Puts a room into a state; answers with the row of it, 0 where none was written. */
  put: (room: number, to: Housekeeping, act: Act) => number
  /** Puts rooms into a state by one command. */
  putAll: (rooms: readonly number[], to: Housekeeping, act: Act) => void
}

/** Before the first day nobody looks after states. */
export function createRoomStates(diary: Diary, { rooms }: House, first: number): RoomStates {
  const states = rooms.map(({ image }) => image.housekeeping as Housekeeping)
  const of = (room: number) => states[room] ?? 'clean'
  const put: RoomStates['put'] = (room, to, { when, author, operation, command }) => {
    const found = rooms[room]
    const from = of(room)
    if (!found || when.day < first || from === to) return 0
    states[room] = to
    const entry = {
      entity: 'room',
      entityId: found.id,
      bookingId: null,
      before: { housekeeping: from },
      after: { housekeeping: to },
    }
    return diary.write(when, author, operation, entry, command ? { command } : {})
  }
  return {
    of,
    isUnready: (room) => of(room) === 'dirty' || of(room) === 'pickup',
    put,
    putAll: (all, to, act) => {
      let { command } = act
      for (const room of all) {
        const seq = put(room, to, { ...act, command })
        command ||= seq || undefined
      }
    },
  }
}
