/**
 * How the rooms of a demo hotel are through its last weeks, each change with its row. What happens to a room changes its
 * state by housekeeping's own rule; what somebody saw or did in it is put down as it is.
 */

import { randomOf } from '#core/demo/data/random.ts'
import type { Writer } from '#db/handles.ts'
import { saveRoomAs } from '#db/repositories/room/repository.ts'
import { isReady, type RoomEvent, stateAfter } from '#shared/domain/housekeeping/rules.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { Housekeeping, RoomImage } from '#shared/domain/room/room.ts'
import type { Author, Diary, When } from './diary.ts'
import type { House } from './house.ts'

const STATE = 41
const HOUSE_RANDOM = 71
/** Of rooms that nobody is in or comes into, out of service on the last day. */
const OUT_OF_SERVICE = 0.02

type Act = { when: When; author: Author; operation: string; command?: number | undefined }

export type RoomStates = {
  /** By the room's place in the house. */
  of: (room: number) => Housekeeping
  /** Whether a guest may not be given the room yet. */
  isUnready: (room: number) => boolean
  /** Somebody sees or leaves a room in a state; answers with the row of it, 0 where none was written. */
  put: (room: number, to: Housekeeping, act: Act) => number
  /** The same of several rooms by one command. */
  putAll: (rooms: readonly number[], to: Housekeeping, act: Act) => void
  /** Something happens to rooms, by one command; answers with its first row. */
  happens: (rooms: readonly number[], event: RoomEvent, act: Act) => number | undefined
  /** Writes the rooms as they are now; a few that are spare are out of service. */
  finish: (tx: Writer, seed: number, today: When, isSpare: (room: number) => boolean) => Promise<void>
}

/** Before the first day nobody looks after states. */
export function createRoomStates(diary: Diary, { rooms }: House, first: number): RoomStates {
  const images: RoomImage[] = rooms.map(({ image }) => image)
  /** Each has been made by a row of its own. */
  const versions = rooms.map(() => 1)
  const of = (room: number) => (images[room] as RoomImage).housekeeping
  const change = (room: number, to: Partial<RoomImage>, { when, author, operation, command }: Act) => {
    const image = images[room] as RoomImage
    const before = Object.fromEntries(
      Object.keys(to).map((field) => [field, image[field as keyof RoomImage]]),
    )
    images[room] = { ...image, ...to }
    versions[room] = (versions[room] ?? 0) + 1
    const entry = { entity: 'room', entityId: rooms[room]?.id ?? 0, bookingId: null, before, after: to }
    return diary.write(when, author, operation, entry, command ? { command } : {})
  }
  const put: RoomStates['put'] = (room, to, act) =>
    images[room] === undefined || act.when.day < first || of(room) === to
      ? 0
      : change(room, { housekeeping: to }, act)
  const each = (all: readonly number[], to: (from: Housekeeping) => Housekeeping, act: Act) => {
    let { command } = act
    for (const room of all) {
      const seq = put(room, to(of(room)), { ...act, command })
      command ||= seq || undefined
    }
    return command
  }
  return {
    of,
    isUnready: (room) => images[room] !== undefined && !isReady(of(room), usualSettings),
    put,
    putAll: (all, to, act) => void each(all, () => to, act),
    happens: (all, event, act) => each(all, (from) => stateAfter(from, event, usualSettings), act),
    finish: async (tx, seed, today, isSpare) => {
      for (const [room, { id }] of rooms.entries()) {
        if (isSpare(room) && randomOf(seed, STATE, room).chance(OUT_OF_SERVICE)) {
          const author = diary.author(randomOf(seed, HOUSE_RANDOM, id), today)
          change(room, { outOfService: true }, { when: today, author, operation: 'room.save' })
        }
        await saveRoomAs(tx, id, images[room] as RoomImage, versions[room] ?? 1)
      }
    },
  }
}
