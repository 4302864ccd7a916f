import { useCommand } from '#renderer/api/use-command.ts'
import type { Outcome } from '#shared/domain/housekeeping/work.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BoardRoom } from './views.ts'

/** What is done at once with rooms: their state set, or a visit noted in one. */
export function useRoomActs(rooms: readonly BoardRoom[], done: () => void) {
  const set = useCommand('housekeeping.setRooms')
  const visit = useCommand('housekeeping.noteVisit')
  const setState = async (state: Housekeeping) => {
    const input = rooms.map(({ id, version }) => ({ id, version, state }))
    if (input.length === 0) return
    const reply = await set.run({ rooms: input })
    if (reply.ok) done()
  }
  const noteVisit = async (outcome: Outcome) => {
    // A visit is of one room: several are noted one after the other, each an act of its own
    for (const room of rooms) {
      const again = room.task?.outcome === outcome
      const reply = await visit.run({
        roomId: room.id,
        roomVersion: room.version,
        taskVersion: room.task?.version ?? 0,
        outcome: again ? null : outcome,
      })
      if (!reply.ok) return
    }
    done()
  }
  return { setState, noteVisit, trouble: set.trouble ?? visit.trouble }
}
