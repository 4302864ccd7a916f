import type { Reader } from '#db/handles.ts'
import { readWaiting, type WaitingRow } from '#db/queries/stay/queue.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { isReady } from '#shared/domain/housekeeping/rules.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { isAvailable } from '#shared/domain/stay/check-in.ts'
import { housekeepingSettings } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'
import { readRoomToCheckIn } from './facts.ts'

/** Who waits for a room, and whether a check-in would be given it now. */
export const queue = reads('stay.queue', async (db, _input, ctx) => {
  const settings = await housekeepingSettings.read(db)
  const waiting: OutputOf<'stay.queue'> = []
  for (const row of await readWaiting(db, ctx.businessDate)) {
    // Each desk asks after every change: most rooms are still dirty, and only of the others it is worth asking who is in them
    const mayBe = row.housekeeping !== null && isReady(row.housekeeping, settings)
    const room = mayBe ? await readRoom(db, ctx, row) : null
    waiting.push({
      id: row.id,
      guestId: row.guestId,
      ...bothNames(row),
      confirmationNo: row.confirmationNo,
      roomNumber: row.roomNumber,
      waitingSince: row.arrivedAt as never,
      ready: room !== null && isAvailable(room),
      state: room?.occupant ? 'occupied' : room?.ahead ? 'due-in' : row.housekeeping,
    })
  }
  return waiting
})

/** The room as the check-in of who waits finds it. */
async function readRoom(db: Reader, ctx: Context, { id, roomId, isDayUse }: WaitingRow) {
  if (roomId === null) return null
  const hours = isDayUse === 1 ? ((await dayUses.load(db, id))?.image ?? null) : null
  return readRoomToCheckIn(db, ctx, id, { roomId, hours, clock: hotelClock(ctx) })
}
