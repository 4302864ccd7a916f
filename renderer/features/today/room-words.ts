import type { OutputOf } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'

export type DayRow = OutputOf<'booking.list'>['rows'][number]
/** The lists on Today. */
export type DayView = 'due-in' | 'due-out' | 'in-house'
type DayRoom = NonNullable<DayRow['room']>

/** The mark of a room in the lists of the day: what keeps a guest from it first, else how clean it is. */
export function roomMark({ claim, outOfOrder, outOfService, housekeeping }: DayRoom): string {
  if (claim === 'twice') return 'promised-twice'
  if (outOfOrder) return 'out-of-order'
  if (claim === 'occupied') return 'occupied'
  if (outOfService) return 'out-of-service'
  return claim === 'awaited' ? 'due-in' : housekeeping
}

/** All that is known of the room of a row: promised twice, who is in it, whether it can be used, how clean it is. */
export function roomStates({ status, room }: Pick<DayRow, 'status'> & { room: DayRoom }): string[] {
  const isOccupied = status === 'in-house' || room.by?.inHouse === true
  return [
    ...(room.claim === 'twice' ? ['promised-twice'] : []),
    isOccupied ? 'occupied' : 'vacant',
    ...(room.outOfOrder ? ['out-of-order'] : []),
    ...(room.outOfService ? ['out-of-service'] : []),
    room.housekeeping,
  ]
}

/** Who else has the room, and until when. */
export function roomSentence({ claim, by }: DayRoom, businessDate: string): Key {
  if (claim === 'awaited') return 'today.room.awaited'
  if (claim === 'occupied')
    return by && by.departure < businessDate ? 'today.room.overdue' : 'today.room.occupied'
  return by?.inHouse ? 'today.room.twiceInHouse' : 'today.room.twiceDueIn'
}
