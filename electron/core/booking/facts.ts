import type { Reader } from '#db/dialect/connection.ts'
import {
  readAccounts,
  readGuestsOnFile,
  readPlans,
  readRooms,
  readTypes,
  type TypeStock,
} from '#db/queries/booking-facts.ts'
import { readCancelledFrom } from '#db/queries/changes.ts'
import type { BookingImage } from '#shared/domain/booking.ts'
import type { BookingChange } from '#shared/domain/booking-change.ts'
import type { BookingFacts } from '#shared/domain/booking-facts.ts'
import type {
  AccountId,
  BookingId,
  BusinessDate,
  GuestId,
  RatePlanId,
  RoomId,
  RoomTypeId,
} from '#shared/values/index.ts'

/** Facts of the planner, with the stock of the types beside them. */
export type Facts = BookingFacts & { roomTypes: ReadonlyMap<RoomTypeId, TypeStock> }

/** Reads what a change of this booking needs to know: at most six small statements. */
export async function factsFor(
  db: Reader,
  businessDate: BusinessDate,
  id: BookingId,
  image: BookingImage,
  change: BookingChange,
): Promise<Facts> {
  const nights = Object.values(image.nights)
  const rooms = await readRooms(
    db,
    known<RoomId>([...nights.map((night) => night.roomId), change.kind === 'room' ? change.roomId : null]),
  )
  const types = await readTypes(
    db,
    known<RoomTypeId>([
      image.roomTypeId,
      image.chargedRoomTypeId,
      change.kind === 'room-type' ? change.roomTypeId : null,
      ...nights.map((night) => night.roomTypeId),
      ...[...rooms.values()].map((room) => room.roomTypeId),
    ]),
  )
  const plans = await readPlans(
    db,
    known<RatePlanId>([image.ratePlanId, change.kind === 'rate' ? change.ratePlanId : null]),
  )
  const guests =
    change.kind === 'guests' ? await readGuestsOnFile(db, guestsIn(image, change)) : new Set<GuestId>()
  const accounts = await readAccounts(
    db,
    known<AccountId>(change.kind === 'details' ? [change.agencyId, change.companyId] : []),
  )
  const cancelledFrom = change.kind === 'reinstate' ? await readCancelledFrom(db, id) : undefined
  return { businessDate, roomTypes: types, ratePlans: plans, rooms, guests, accounts, cancelledFrom }
}

function guestsIn(image: BookingImage, change: BookingChange & { kind: 'guests' }): GuestId[] {
  const companions = change.companions ?? Object.keys(image.companions).map((id) => Number(id) as GuestId)
  return known<GuestId>([image.guestId, image.bookerId, change.guestId, change.bookerId, ...companions])
}

/** Ids that are named, each once. */
export function known<I extends number>(ids: readonly (I | null | undefined)[]): I[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))]
}
