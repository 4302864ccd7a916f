import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'

type Free = OutputOf<'room.free'>[number]

/** What a clerk knows before giving the room: somebody is in it, it is out of service, or how clean it is. */
export function FreeRoomState({
  of: { occupied = false, outOfService, housekeeping },
}: {
  of: Pick<Free, 'outOfService' | 'housekeeping'> & Partial<Pick<Free, 'occupied'>>
}) {
  return <StatusMark state={occupied ? 'occupied' : outOfService ? 'out-of-service' : housekeeping} />
}
