import type { Reader } from '#db/handles.ts'
import {
  readAccounts,
  readGuestsOnFile,
  readPlans,
  readRooms,
  readTypes,
  type TypeStock,
} from '#db/queries/booking/facts.ts'
import { readCancelledFrom } from '#db/queries/change/changes.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
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

/** What a booking, or a change of it, names. */
export type Named = {
  rooms: readonly RoomId[]
  types: readonly RoomTypeId[]
  plans: readonly RatePlanId[]
  guests: readonly GuestId[]
  accounts: readonly AccountId[]
}

/** Everything that is named and on file, with the types of the rooms, which refusals name: at most five small statements. */
export async function readFacts(db: Reader, businessDate: BusinessDate, named: Named): Promise<Facts> {
  const rooms = await readRooms(db, named.rooms)
  const roomTypes = await readTypes(
    db,
    known<RoomTypeId>([...named.types, ...[...rooms.values()].map((room) => room.roomTypeId)]),
  )
  return {
    businessDate,
    rooms,
    roomTypes,
    ratePlans: await readPlans(db, named.plans),
    guests: await readGuestsOnFile(db, named.guests),
    accounts: await readAccounts(db, named.accounts),
  }
}

/** Reads what a change of this booking needs to know: at most six small statements. */
export async function factsFor(
  db: Reader,
  businessDate: BusinessDate,
  id: BookingId,
  image: BookingImage,
  change: BookingChange,
): Promise<Facts> {
  const facts = await readFacts(db, businessDate, {
    rooms: known([...roomsOf(image), change.kind === 'room' ? change.roomId : null]),
    types: known([...typesOf(image), change.kind === 'room-type' ? change.roomTypeId : null]),
    plans: known([image.ratePlanId, change.kind === 'rate' ? change.ratePlanId : null]),
    guests: change.kind === 'guests' ? guestsIn(image, change) : [],
    accounts: known(change.kind === 'details' ? [change.agencyId, change.companyId] : []),
  })
  const cancelledFrom = change.kind === 'reinstate' ? await readCancelledFrom(db, id) : undefined
  return { ...facts, cancelledFrom }
}

/** All that a booking names. */
export function namesIn(image: BookingImage): Named {
  return {
    rooms: known(roomsOf(image)),
    types: known(typesOf(image)),
    plans: known([image.ratePlanId]),
    guests: known<GuestId>([image.guestId, image.bookerId, ...companionsOf(image)]),
    accounts: known([image.agencyId, image.companyId]),
  }
}

function roomsOf(image: BookingImage): (RoomId | null)[] {
  return Object.values(image.nights).map((night) => night.roomId)
}

function typesOf(image: BookingImage): RoomTypeId[] {
  const nights = Object.values(image.nights).map((night) => night.roomTypeId)
  return [image.roomTypeId, image.chargedRoomTypeId, ...nights]
}

function companionsOf(image: BookingImage): GuestId[] {
  return Object.keys(image.companions).map((id) => Number(id) as GuestId)
}

function guestsIn(image: BookingImage, change: BookingChange & { kind: 'guests' }): GuestId[] {
  const companions = change.companions ?? companionsOf(image)
  return known<GuestId>([image.guestId, image.bookerId, change.guestId, change.bookerId, ...companions])
}

/** Ids that are named, each once. */
export function known<I extends number>(ids: readonly (I | null | undefined)[]): I[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))]
}
