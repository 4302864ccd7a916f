/** Ways out where a room is promised to another guest: the other gets another room of the type, or this one does. */
import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import type { Holder } from '#shared/domain/booking/stock.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { bestRoom, type Candidate, fromToday, type Wanted } from './way.ts'

/** Who is to come gets another room for the whole stay; who is here moves on the first night that is wanted. */
export async function moveOtherWay(
  db: Reader,
  ctx: Context,
  { part, after }: Wanted,
  holders: readonly Holder[],
): Promise<Candidate[]> {
  const ids = new Set(holders.map(({ bookingId }) => bookingId))
  const [id] = ids
  // Two in the way, or a room out of order: moving one guest frees nothing
  if (ids.size !== 1 || id == null) return []
  const other = await loadBooking(db, id)
  if (!other) return []
  const { image, version } = other
  const first = firstNight(holders)
  const isHere = image.status === 'in-house'
  const from = isHere ? first : fromToday(image.arrival, ctx.businessDate)
  const wanted = new Set(Object.values(after.nights).map((night) => night.roomId))
  const { departure, roomTypeId } = image
  const stay = { arrival: from, departure, roomTypeId, bookingId: id }
  const room = await bestRoom(db, ctx, stay, { isHere, except: wanted })
  if (!room) return []
  const moved = { id, version, image, steps: [{ kind: 'room' as const, roomId: room.id, from }] }
  return [{ kind: 'move-other', parts: [moved, part], room: room.number }]
}

/** Who is here stays in the room until the night that is promised; who is to come gets another for the whole stay. */
export async function moveThisWay(
  db: Reader,
  ctx: Context,
  { part, change, after }: Wanted,
  holders: readonly Holder[],
): Promise<Candidate[]> {
  // A room that was chosen by name: the free ones are listed beside it
  if (holders.length === 0 || change.kind === 'room') return []
  const isHere = after.status === 'in-house'
  const from = isHere ? firstNight(holders) : fromToday(after.arrival, ctx.businessDate)
  const { departure, roomTypeId } = after
  const stay = { arrival: from, departure, roomTypeId, bookingId: part.id }
  const room = await bestRoom(db, ctx, stay, { isHere })
  if (!room) return []
  const steps = [change, { kind: 'room' as const, roomId: room.id, from }]
  return [{ kind: 'move-this', parts: [{ ...part, steps }], room: room.number }]
}

function firstNight(holders: readonly Holder[]): BusinessDate {
  return holders.map(({ night }) => night).toSorted()[0] as BusinessDate
}
