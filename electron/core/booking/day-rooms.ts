import type { Reader } from '#db/handles.ts'
import { type RoomUser, readRoomStates, readRoomUsers } from '#db/queries/booking/list.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { claimOn } from '#shared/domain/room/day-room.ts'
import type { Context } from '../kernel/context.ts'

type DayRoom = NonNullable<OutputOf<'booking.list'>['rows'][number]['room']>
type Row = Pick<RoomUser, 'id' | 'status' | 'departure'> & { roomNumber: string | null }

/** What their rooms are to these bookings today: in which state, and who else is in them or due in to them. */
export async function roomsToday(
  db: Reader,
  ctx: Context,
  rows: readonly Row[],
): Promise<Map<number, DayRoom>> {
  const numbers = [...new Set(rows.flatMap(({ roomNumber }) => roomNumber ?? []))]
  if (numbers.length === 0) return new Map()
  const states = new Map(
    (await readRoomStates(db, numbers, ctx.businessDate)).map((state) => [state.number, state]),
  )
  const users = Map.groupBy(await readRoomUsers(db, ctx.businessDate), ({ roomNumber }) => roomNumber)
  const rooms = new Map<number, DayRoom>()
  for (const row of rows) {
    const state = states.get(row.roomNumber ?? '')
    if (!state) continue
    const others = (users.get(state.number) ?? []).filter(({ id }) => id !== row.id)
    const { claim, by } = claimOn(holder(row), others.map(holder), ctx.businessDate)
    rooms.set(row.id, {
      housekeeping: state.housekeeping as DayRoom['housekeeping'],
      outOfService: state.outOfService === 1,
      outOfOrder: state.outOfOrder === 1,
      claim,
      by: by && userView(by.of as RoomUser),
    })
  }
  return rooms
}

function holder<U extends Pick<RoomUser, 'status' | 'departure'>>(of: U) {
  return { inHouse: of.status === 'in-house', departure: of.departure, of }
}

function userView(user: RoomUser): DayRoom['by'] {
  const { id, guestId, status, arrival, departure } = user
  return {
    id,
    guestId,
    ...bothNames(user),
    inHouse: status === 'in-house',
    arrival,
    departure,
  }
}
