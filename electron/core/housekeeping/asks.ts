import type { Reader } from '#db/handles.ts'
import { readRoomsOfBookings } from '#db/queries/housekeeping/board.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { readBoardRows } from '../request/public.ts'

export type Ask = OutputOf<'housekeeping.asks'>[number]

/** Requests and traces of housekeeping, for housekeepers who may not read the board of every department. */
export const listAsks = reads('housekeeping.asks', (db, { day }, ctx) => readAsks(db, ctx, day))

/**
 * What is asked of housekeeping, each with the room that somebody goes to for it: after a move that is the new one, also for
 * what was due before.
 */
export async function readAsks(
  db: Reader,
  ctx: Context,
  day: ParsedOf<'housekeeping.asks'>['day'],
): Promise<Ask[]> {
  const rows = await readBoardRows(db, ctx, { department: 'housekeeping', state: 'open', day, sort: 'due' })
  const bookings = rows.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId]))
  const rooms = await readRoomsOfBookings(db, [...new Set(bookings)], ctx.businessDate)
  return rows.map((row) => {
    const room = row.bookingId === null ? undefined : rooms.get(row.bookingId)
    return { ...row, roomId: room?.roomId ?? null, roomNumber: room?.roomNumber ?? null }
  })
}
