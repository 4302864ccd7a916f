import type { Writer } from '#db/handles.ts'
import type { Close } from '#db/repositories/audit/closes.ts'
import { roomsAfterNight } from '../housekeeping/public.ts'
import type { Context } from '../kernel/context.ts'
import type { Part } from './part.ts'

/** What the night leaves rooms in, by the rules of housekeeping. */
export async function nightInRooms(tx: Writer, _ctx: Context, close: Close): Promise<Part> {
  const changes = await roomsAfterNight(tx, close.image.businessDate)
  return { changes, cursor: null, counts: { rooms: changes.length } }
}
