import type { Writer } from '#db/handles.ts'
import { readHolders } from '#db/queries/room/availability.ts'
import { updateBooking } from '#db/repositories/booking/repository.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { newOccupations, remainingHolders } from '#shared/domain/booking/stock.ts'
import { difference } from '#shared/domain/change/change.ts'
import type { BookingId, RoomId, RoomTypeId } from '#shared/values/index.ts'

/** A booking as it is in the store for now, and as the file would have it. */
export type Moving = { id: BookingId; interim: BookingImage; wanted: BookingImage }

/** Rooms that the booking would newly have and somebody else has, once those of `leaving` are in the rooms they want. */
export async function takenRooms(
  tx: Writer,
  { id, interim, wanted }: Moving,
  leaving: ReadonlyMap<BookingId, BookingImage> = new Map(),
): Promise<Set<RoomId>> {
  const taken = new Set<RoomId>()
  for (const [roomId, nights] of Map.groupBy(newOccupations(interim, wanted), (one) => one.roomId)) {
    const dates = nights.map(({ night }) => night)
    const holders = await readHolders(tx, roomId, dates, id)
    if (remainingHolders(holders, leaving).length > 0) taken.add(roomId)
  }
  return taken
}

/**
 * Moves out those whose rooms are free once all of them have left their own, as two that change theirs; answers with
 * them. Nobody's room is given away before it is sure that its guest has another.
 */
export async function moveOut<M extends Moving>(tx: Writer, waiting: readonly M[]): Promise<M[]> {
  const movers = await thatCanMove(tx, waiting)
  const out: M[] = []
  for (const one of movers) {
    const interim = leaving(one)
    if (difference(one.interim, interim)) await updateBooking(tx, one.id, one.interim, interim)
    out.push({ ...one, interim })
  }
  return out
}

async function thatCanMove<M extends Moving>(tx: Writer, waiting: readonly M[]): Promise<readonly M[]> {
  let moving = waiting
  for (;;) {
    const rooms = new Map(moving.map(({ id, wanted }) => [id, wanted]))
    const claimed = new Set<string>()
    const free: M[] = []
    for (const one of moving) {
      const claims = newOccupations(one.interim, one.wanted).map(({ night, roomId }) => `${night} ${roomId}`)
      if (claims.some((claim) => claimed.has(claim)) || (await takenRooms(tx, one, rooms)).size > 0) continue
      for (const claim of claims) claimed.add(claim)
      free.push(one)
    }
    if (free.length === moving.length) return free
    moving = free
  }
}

/** A booking that the source moved to another type leaves a room of the type before. */
export function inRoomsOfTheirType(
  mine: BookingImage,
  next: BookingImage,
  typeOfRoom: (room: RoomId) => RoomTypeId | null,
): BookingImage {
  if (mine.roomTypeId === next.roomTypeId || next.status === 'in-house') return next
  const wrong = Object.values(next.nights).flatMap(({ roomId, roomTypeId }) =>
    roomId !== null && typeOfRoom(roomId) !== roomTypeId ? [roomId] : [],
  )
  return wrong.length > 0 ? emptied(next, new Set(wrong)) : next
}

/** As it is for now, without the rooms that it leaves. */
function leaving({ interim, wanted }: Moving): BookingImage {
  const nights = Object.entries(interim.nights).map(([night, part]) => [
    night,
    part.roomId === wanted.nights[night]?.roomId ? part : { ...part, roomId: null },
  ])
  return { ...interim, nights: Object.fromEntries(nights) }
}

/** Without these rooms: who had one has none for now. */
export function emptied(image: BookingImage, rooms: ReadonlySet<RoomId>): BookingImage {
  const nights = Object.entries(image.nights).map(([night, part]) =>
    part.roomId !== null && rooms.has(part.roomId) ? [night, { ...part, roomId: null }] : [night, part],
  )
  return { ...image, nights: Object.fromEntries(nights) }
}
