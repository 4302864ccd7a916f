/** What a booking, or a change of it, names: what must be read before a rule can run. */
import type { AccountId, GuestId, RatePlanId, RoomId, RoomTypeId } from '../../values/index.ts'
import { type BookingImage, companionIds } from './booking.ts'
import type { BookingChange } from './change.ts'

export type Named = {
  rooms: readonly RoomId[]
  types: readonly RoomTypeId[]
  plans: readonly RatePlanId[]
  guests: readonly GuestId[]
  accounts: readonly AccountId[]
}

/** All that a booking names. */
export function namedInBooking(image: BookingImage): Named {
  return {
    rooms: distinctIds(roomsOf(image)),
    types: distinctIds(typesOf(image)),
    plans: distinctIds([image.ratePlanId]),
    guests: distinctIds<GuestId>([image.guestId, image.bookerId, ...companionIds(image)]),
    accounts: distinctIds([image.agencyId, image.companyId]),
  }
}

/** What a change of this booking touches: people and accounts that stay as they are need not be read. */
export function namedInChange(image: BookingImage, change: BookingChange): Named {
  return {
    rooms: distinctIds([
      ...roomsOf(image),
      change.kind === 'room' || change.kind === 'room-type' ? change.roomId : null,
    ]),
    types: distinctIds([...typesOf(image), change.kind === 'room-type' ? change.roomTypeId : null]),
    plans: distinctIds([image.ratePlanId, change.kind === 'rate' ? change.ratePlanId : null]),
    guests: change.kind === 'guests' ? guestsIn(image, change) : [],
    accounts: distinctIds(
      change.kind === 'details' || change.kind === 'rate' ? [change.agencyId, change.companyId] : [],
    ),
  }
}

/** The ids that are there, each once. */
export function distinctIds<I extends number>(ids: readonly (I | null | undefined)[]): I[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))]
}

function roomsOf(image: BookingImage): (RoomId | null)[] {
  return Object.values(image.nights).map((night) => night.roomId)
}

function typesOf(image: BookingImage): RoomTypeId[] {
  const nights = Object.values(image.nights).map((night) => night.roomTypeId)
  return [image.roomTypeId, image.chargedRoomTypeId, ...nights]
}

function guestsIn(image: BookingImage, change: BookingChange & { kind: 'guests' }): GuestId[] {
  const companions = change.companions ?? companionIds(image)
  return distinctIds<GuestId>([image.guestId, image.bookerId, change.guestId, change.bookerId, ...companions])
}
