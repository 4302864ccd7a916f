/** The single rules of a booking, each a check that answers null where it holds. */
import {
  type BusinessDate,
  type GuestId,
  nightsBetween,
  type Refused,
  type RoomId,
  type RoomTypeId,
  refuse,
} from '../../values/index.ts'
import type { AccountKind } from '../account/account.ts'
import { findCardNumber } from '../privacy/card-number.ts'
import { type BookingImage, maxNights, personsOf } from './booking.ts'
import type { StayCode } from './change.ts'
import type { BookingFacts } from './facts.ts'

/** Each rule names its own codes, so that a caller which uses some of them promises no others. */
type Check<C extends StayCode> = Refused<C> | null

/** Half-open dates: equal ones are day use; 400 nights at most. */
export function checkDates(
  arrival: BusinessDate,
  departure: BusinessDate,
): Check<'DEPARTURE_BEFORE_ARRIVAL' | 'STAY_TOO_LONG'> {
  const nights = nightsBetween(arrival, departure)
  if (nights < 0) return refuse('DEPARTURE_BEFORE_ARRIVAL', { arrival, departure })
  return nights > maxNights ? refuse('STAY_TOO_LONG', { nights, max: maxNights }) : null
}

/** A day that a change newly names must not lie before the business date. */
export function checkNotPast(day: BusinessDate, facts: BookingFacts): Check<'NIGHT_IN_PAST'> {
  return day < facts.businessDate
    ? refuse('NIGHT_IN_PAST', { night: day, businessDate: facts.businessDate })
    : null
}

/**
 * What was slept stays as it was: no night before the business date is added or changed, and one of a guest in
 * house is not taken away either. Of a guest who never came, a past night may go. The nights since the departure of
 * a guest who is in house still were slept too: a longer stay may take them on.
 */
export function checkPastNights(
  before: BookingImage,
  after: BookingImage,
  facts: BookingFacts,
): Check<'NIGHT_IN_PAST'> {
  for (const [night, now] of Object.entries(after.nights)) {
    const was = before.nights[night]
    const same =
      was && was.roomTypeId === now.roomTypeId && was.roomId === now.roomId && was.rateMinor === now.rateMinor
    const overdue = !was && before.status === 'in-house' && night >= before.departure
    const wrong = same || overdue ? null : checkNotPast(night as BusinessDate, facts)
    if (wrong) return wrong
  }
  if (before.status !== 'in-house') return null
  for (const night of Object.keys(before.nights)) {
    const wrong = after.nights[night] ? null : checkNotPast(night as BusinessDate, facts)
    if (wrong) return wrong
  }
  return null
}

/** The persons of a booking against what its type takes. */
export function checkPersons(
  image: BookingImage,
  facts: BookingFacts,
): Check<'ROOM_TYPE_UNKNOWN' | 'TOO_MANY_PERSONS'> {
  const type = facts.roomTypes.get(image.roomTypeId)
  if (!type) return refuse('ROOM_TYPE_UNKNOWN', { id: image.roomTypeId })
  const persons = personsOf(image)
  return persons > type.maxPersons
    ? refuse('TOO_MANY_PERSONS', { persons, max: type.maxPersons, roomType: type.code })
    : null
}

/** Guest, booker and companions are on file; nobody stays twice. */
export function checkParty(
  guestId: GuestId,
  bookerId: GuestId | null,
  companions: readonly GuestId[],
  facts: BookingFacts,
): Check<'GUEST_UNKNOWN' | 'GUEST_TWICE'> {
  for (const id of bookerId ? [guestId, bookerId, ...companions] : [guestId, ...companions]) {
    if (!facts.guests.has(id)) return refuse('GUEST_UNKNOWN', { id })
  }
  const staying = new Set([guestId])
  for (const id of companions) {
    if (staying.has(id)) return refuse('GUEST_TWICE', { id })
    staying.add(id)
  }
  return null
}

/** An agency is an agency and a company a company, and still in use. */
export function checkAccount(
  id: number | null,
  kind: AccountKind,
  facts: BookingFacts,
): Check<'ACCOUNT_UNKNOWN'> {
  if (id === null) return null
  const account = facts.accounts.get(id as never)
  return account?.active && account.kind === kind ? null : refuse('ACCOUNT_UNKNOWN', { id, kind })
}

/** A plan of a company or an agency is booked for one. */
export function checkPlanAccount(
  image: Pick<BookingImage, 'ratePlanId' | 'agencyId' | 'companyId'>,
  facts: BookingFacts,
): Check<'ACCOUNT_NEEDED'> {
  const plan = facts.ratePlans.get(image.ratePlanId as never)
  const kind = plan?.terms.accountKind
  if (!plan || !kind) return null
  const named = kind === 'company' ? image.companyId : image.agencyId
  return named === null ? refuse('ACCOUNT_NEEDED', { why: kind, plan: plan.code }) : null
}

/** A type that is no longer sold can't be booked. */
export function checkRoomType(id: number, facts: BookingFacts): Check<'ROOM_TYPE_UNKNOWN'> {
  return facts.roomTypes.get(id as never)?.active ? null : refuse('ROOM_TYPE_UNKNOWN', { id })
}

export function checkRatePlan(id: number, facts: BookingFacts): Check<'RATE_PLAN_UNKNOWN'> {
  return facts.ratePlans.get(id as never)?.active ? null : refuse('RATE_PLAN_UNKNOWN', { id })
}

/**
 * Every room that a night newly gets is there, in service, and of the type of that night. `before` null: all
 * nights are new, as of a booking that is made or comes back to life.
 */
export function checkRooms(
  before: BookingImage | null,
  after: BookingImage,
  facts: BookingFacts,
): Check<'ROOM_UNKNOWN' | 'ROOM_WRONG_TYPE' | 'ROOM_OUT_OF_SERVICE'> {
  for (const [night, now] of Object.entries(after.nights)) {
    if (now.roomId === null || now.roomId === before?.nights[night]?.roomId) continue
    if (night < facts.businessDate) continue
    const wrong = checkRoom(now.roomId, now.roomTypeId, night as BusinessDate, facts)
    if (wrong) return wrong
  }
  return null
}

/** A room is there, of the type that is wanted, and in service on a day. */
export function checkRoom(
  id: RoomId,
  roomTypeId: RoomTypeId,
  day: BusinessDate,
  facts: BookingFacts,
): Check<'ROOM_UNKNOWN' | 'ROOM_WRONG_TYPE' | 'ROOM_OUT_OF_SERVICE'> {
  const room = facts.rooms.get(id)
  if (!room?.active) return refuse('ROOM_UNKNOWN', { id })
  if (room.roomTypeId !== roomTypeId) {
    const codeOf = (type: number) => facts.roomTypes.get(type as never)?.code ?? ''
    return refuse('ROOM_WRONG_TYPE', {
      room: room.number,
      roomType: codeOf(room.roomTypeId),
      wanted: codeOf(roomTypeId),
    })
  }
  const isStopped = room.stops?.some(({ from, to }) => from <= day && day < to) ?? false
  return room.outOfService || isStopped ? refuse('ROOM_OUT_OF_SERVICE', { room: room.number }) : null
}

/**
 * Who is in house sleeps somewhere: no night loses its room, a new one comes with one, and the stay keeps a night. Of a
 * guest whose room a source did not send, nothing can be lost.
 */
export function checkKeepsRoom(
  before: BookingImage | null,
  after: BookingImage,
  today: BusinessDate,
): Refused<'ROOM_NEEDED'> | null {
  if (after.status !== 'in-house' || !before) return null
  if (!Object.values(before.nights).some((night) => night.roomId !== null)) return null
  const nights = Object.entries(after.nights)
  const without = nights.find(([night, now]) => {
    const was = before.nights[night]
    return now.roomId === null && (was ? was.roomId !== null : night >= today)
  })
  if (without) return refuse('ROOM_NEEDED', { night: without[0] })
  return nights.length === 0 ? refuse('ROOM_NEEDED', { night: after.arrival }) : null
}

/** No payment card number is ever kept: a command is refused before its rule, a preview says so by it. */
export function checkNoCard(field: string, text: string): Refused<'CARD_NUMBER'> | null {
  const card = findCardNumber(text)
  return card ? refuse('CARD_NUMBER', { field, brand: card.brand, last4: card.last4 }) : null
}

/** The first check that does not hold. */
export function firstOf<C extends StayCode>(...checks: readonly (() => Check<C>)[]): Check<C> {
  for (const check of checks) {
    const wrong = check()
    if (wrong) return wrong
  }
  return null
}
