import type { Writer } from '#db/dialect/connection.ts'
import { readAccounts, readGuestsOnFile, readPlans, readRooms, readTypes } from '#db/queries/booking-facts.ts'
import type { BookingImage } from '#shared/domain/booking.ts'
import { checkTakenBack } from '#shared/domain/booking-back.ts'
import type {
  AccountId,
  BusinessDate,
  GuestId,
  RatePlanId,
  RoomId,
  RoomTypeId,
} from '#shared/values/index.ts'
import type { BackCode } from '../aggregate.ts'
import { type Refused, refused, standsOn } from '../outcome.ts'
import { known } from './facts.ts'

/** The rules of a booking that is put back as it was: whatever it names is on file still, and it can be so today. */
export async function checkBookingBack(
  tx: Writer,
  businessDate: BusinessDate,
  before: BookingImage | null,
  after: BookingImage | null,
  madeOn: BusinessDate,
): Promise<Refused<BackCode> | null> {
  const named = after ? namesIn(after) : null
  const roomTypes = await readTypes(tx, named?.types ?? [])
  const ratePlans = await readPlans(tx, named?.plans ?? [])
  const rooms = await readRooms(tx, named?.rooms ?? [])
  const guests = await readGuestsOnFile(tx, named?.guests ?? [])
  const accounts = await readAccounts(tx, named?.accounts ?? [])
  if (named) {
    const missing =
      (guests.size < named.guests.length && 'guest') ||
      (roomTypes.size < named.types.length && 'room-type') ||
      (rooms.size < named.rooms.length && 'room') ||
      (ratePlans.size < named.plans.length && 'rate-plan') ||
      (accounts.size < named.accounts.length && 'account')
    if (missing) return standsOn(missing, 'gone')
  }
  const facts = { businessDate, roomTypes, ratePlans, rooms, guests, accounts }
  const wrong = checkTakenBack(before, after, facts, madeOn)
  return wrong ? refused(wrong.refusal.code as BackCode, wrong.refusal.params) : null
}

function namesIn(image: BookingImage) {
  const nights = Object.values(image.nights)
  const companions = Object.keys(image.companions).map((guest) => Number(guest) as GuestId)
  return {
    guests: known<GuestId>([image.guestId, image.bookerId, ...companions]),
    types: known<RoomTypeId>([
      image.roomTypeId,
      image.chargedRoomTypeId,
      ...nights.map((night) => night.roomTypeId),
    ]),
    rooms: known<RoomId>(nights.map((night) => night.roomId)),
    plans: known<RatePlanId>([image.ratePlanId]),
    accounts: known<AccountId>([image.agencyId, image.companyId]),
  }
}
