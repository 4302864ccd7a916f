import type { Writer } from '#db/handles.ts'
import { hasPostedSince, readOccupant } from '#db/queries/stay/check-in.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay, saveStay } from '#db/repositories/stay/stays.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import type { Occupant } from '#shared/domain/stay/check-in.ts'
import { isIn, type StayImage } from '#shared/domain/stay/stay.ts'
import { addDays, type BookingId, type Refused, type RoomId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, changeOf, dependentExists } from '../kernel/outcome.ts'

/** The stay of a booking, under the booking's id. Nobody is in a room that somebody else is in. */
export const stayAggregate: Aggregate<StayImage> = {
  entity: 'stay',
  unknown: 'BOOKING_UNKNOWN',
  load: (tx, id) => loadStay(tx, id as BookingId),
  save: (tx, id, before, after) => saveStay(tx, id as BookingId, before, after),
  check: async (tx, ctx, id, before, after) => {
    if (before && before.checkedInAt !== (after?.checkedInAt ?? null)) {
      const posted = await checkNothingPosted(tx, id as BookingId, before)
      if (posted) return posted
    }
    if (!after || !isIn(after) || after.roomId === null) return null
    const wasThere = before && isIn(before) && before.roomId === after.roomId
    return wasThere ? null : checkVacant(tx, ctx, after.roomId, id as BookingId)
  },
  bookingOf: (id) => id as BookingId,
}

/** Who overstays is looked for among the nights of so many days, where stays were not kept yet. */
const longestOverstay = 30

/** Refused where another booking is in the room. */
export async function checkVacant(
  tx: Writer,
  ctx: Pick<Context, 'businessDate'>,
  roomId: RoomId,
  except: BookingId | 0,
): Promise<Refused<'ROOM_OCCUPIED'> | null> {
  const occupant = await readOccupantOf(tx, ctx, roomId, except)
  if (!occupant) return null
  const room = await loadRoom(tx, roomId)
  return refuse('ROOM_OCCUPIED', { room: room?.image.number ?? '', ...occupant })
}

/** Who is in a room now, as a refusal names them; null where it is vacant. */
export async function readOccupantOf(
  db: Parameters<typeof readOccupant>[0],
  { businessDate }: Pick<Context, 'businessDate'>,
  roomId: RoomId,
  except: BookingId | 0,
): Promise<Occupant | null> {
  const since = addDays(businessDate, -longestOverstay)
  const found = await readOccupant(db, roomId, except, { today: businessDate, since })
  if (!found) return null
  const { guestName, guestLatinName } = bothNames(found)
  const { guestId, confirmationNo } = found
  return { name: guestName || guestLatinName, guestId, confirmationNo }
}

/** Refused where something that counts was posted since the check-in: it would be of a guest who never came. */
export async function checkNothingPosted(
  tx: Writer,
  id: BookingId,
  { checkedInAt }: Pick<StayImage, 'checkedInAt'>,
): Promise<Refused<'STANDS_ON'> | null> {
  if (checkedInAt === null) return null
  return (await hasPostedSince(tx, id, checkedInAt)) ? dependentExists('posting') : null
}

/** Writes a stay over what it was, and reports the change. */
export async function putStay(
  tx: Writer,
  id: BookingId,
  before: StayImage | null,
  after: StayImage,
): Promise<Change[]> {
  const changes = changeOf('stay', id, before, after, id)
  if (changes.length > 0) await saveStay(tx, id, before, after)
  return changes
}
