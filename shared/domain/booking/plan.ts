/**
 * What a booking becomes: the one planner behind every preview and every command, so that what is shown before
 * a change is what the change does. Availability is not known here: see booking-stock.
 */
import {
  type AccountId,
  type BusinessDate,
  nightsOf,
  ok,
  type Refused,
  type Result,
  type RoomTypeId,
  refuse,
} from '../../values/index.ts'
import type { AccountKind } from '../account/account.ts'
import { accountOfPlan, followPlan, priceOf } from '../rate/rate-plan.ts'
import { refusalOfAct } from './acts.ts'
import {
  type BookingImage,
  companionIds,
  companionsOf,
  countNamed,
  type NightImage,
  nightDates,
  personsOf,
  stayingIds,
} from './booking.ts'
import type {
  ArrivalTerms,
  BookingChange,
  BookingDraft,
  ChangeCode,
  DatesChange,
  DetailsChange,
  GuestsChange,
  HoursCode,
  HoursDraft,
  NightRate,
  RateChange,
  RoomChange,
  RoomTypeChange,
  StayCode,
} from './change.ts'
import { checkHours, isDayUse } from './day-use.ts'
import type { BookingFacts } from './facts.ts'
import { noArrivalTerms } from './hold.ts'
import { newNightOf } from './new-night.ts'
import {
  checkAccount,
  checkDates,
  checkKeepsRoom,
  checkNoCard,
  checkNotPast,
  checkParty,
  checkPastNights,
  checkPersons,
  checkPlanAccount,
  checkRatePlan,
  checkRoom,
  checkRooms,
  checkRoomType,
  firstOf,
} from './rules.ts'

type Nights = BookingImage['nights']
/** Replaces the guest where a price is asked before anybody is named. */
export type DraftOfAnyone = Omit<BookingDraft, 'guestId'> & { guestId?: BookingDraft['guestId'] | undefined }

/** A new booking from a draft; its confirmation number comes from the id that was drawn for it. */
export function planCreate(
  draft: DraftOfAnyone,
  facts: BookingFacts,
  confirmationNo: string,
): Result<BookingImage, StayCode | HoursCode> {
  const { arrival, departure, roomTypeId, ratePlanId, dayUse = null } = draft
  const plan = facts.ratePlans.get(ratePlanId)
  const accountOf = (kind: AccountKind, given: AccountId | null | undefined) =>
    given === undefined ? accountOfPlan(plan?.terms, kind) : given
  const agencyId = accountOf('agency', draft.agencyId)
  const companyId = accountOf('company', draft.companyId)
  const wrong = firstOf(
    () => checkDates(arrival, departure),
    () => checkNotPast(arrival, facts),
    () => checkRoomType(roomTypeId, facts),
    () => checkRatePlan(ratePlanId, facts),
    () =>
      draft.guestId === undefined ? null : checkParty(draft.guestId, draft.bookerId, draft.companions, facts),
    () => checkAccount(agencyId, 'agency', facts),
    () => checkAccount(companyId, 'company', facts),
    () => checkNoCard('comment', draft.comment),
    () => checkNoCard('confirmationNo', draft.source?.confirmationNo ?? ''),
  )
  if (wrong) return wrong
  const wrongHours = dayUse && (isDayUse(draft) ? checkHours(dayUse) : refuse('NOT_DAY_USE', { departure }))
  if (wrongHours) return wrongHours
  const rateMinor = priceFor(roomTypeId, draft.ratePlanId, facts)
  const nights: Nights = {}
  for (const night of nightsOf(arrival, departure)) {
    nights[night] = { roomTypeId, roomId: draft.roomId, rateMinor }
  }
  const image: BookingImage = {
    confirmationNo,
    status: draft.status,
    arrival,
    departure,
    guestId: draft.guestId ?? (0 as never),
    bookerId: draft.bookerId,
    agencyId,
    companyId,
    roomTypeId,
    chargedRoomTypeId: roomTypeId,
    ratePlanId,
    adults: draft.adults,
    children: draft.children,
    infants: draft.infants,
    meal: draft.meal ?? plan?.meal ?? 'room-only',
    segment: draft.segment ?? plan?.terms.segment ?? 'transient',
    channel: draft.channel ?? plan?.terms.channel ?? 'direct',
    guarantee: draft.guarantee ?? plan?.terms.guarantee ?? 'none',
    ...arrivalTerms(noArrivalTerms, draft),
    comment: draft.comment,
    createdOn: facts.businessDate,
    cancelledOn: null,
    cancelReason: null,
    source: sourceOf(draft.source),
    importBatchId: null,
    nights,
    companions: companionsOf(draft.companions),
  }
  const rated = withRates(image, draft.rates)
  if (!rated.ok) return rated
  const late = firstOf(
    () => checkPersons(image, facts),
    () => (draft.roomId !== null && isDayUse(draft) ? checkDayRoom(draft, dayUse, facts) : null),
    () => checkRooms(null, rated.value, facts),
    () => checkPlanAccount(image, facts),
  )
  return late ?? rated
}

/** Hours have a room, a day without hours has none. */
function checkDayRoom(
  { roomId, roomTypeId, arrival }: Pick<BookingDraft, 'roomId' | 'roomTypeId' | 'arrival'>,
  hours: HoursDraft | null,
  facts: BookingFacts,
) {
  if (hours === null) return outside(arrival)
  return roomId === null ? null : checkRoom(roomId, roomTypeId, arrival, facts)
}

/** Only what the source says: an import of the same system finds the booking by that number. */
function sourceOf(source: DraftOfAnyone['source']): BookingImage['source'] {
  const said = Object.entries(source ?? {}).filter(([, value]) => value !== '')
  return said.length > 0 ? Object.fromEntries(said) : null
}

/** The booking after a change, or the rule that forbids it. Pure: the same facts give the same answer. */
export function planChange(
  image: BookingImage,
  change: BookingChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const barred = refusalOfAct(change.kind, image, facts.businessDate)
  if (barred) return barred
  const next = planned(image, change, facts)
  if (!next.ok) return next
  if (change.kind === 'reinstate') return next
  return (
    checkPastNights(image, next.value, facts) ??
    checkRooms(image, next.value, facts) ??
    checkKeepsRoom(image, next.value, facts.businessDate) ??
    next
  )
}

function planned(
  image: BookingImage,
  change: BookingChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  switch (change.kind) {
    case 'dates':
      return withDates(image, change, facts)
    case 'room-type':
      return withRoomType(image, change, facts)
    case 'room':
      return withRoom(image, change, facts)
    case 'rate':
      return withRate(image, change, facts)
    case 'guests':
      return withGuests(image, change, facts)
    case 'details':
      return withDetails(image, change, facts)
    case 'confirm':
      return confirmed(image, change.status ?? 'confirmed', facts)
    case 'cancel':
      return ok(cancelled(image, change.reason ?? '', facts))
    case 'reinstate':
      return reinstated(image, facts)
  }
}

function withDates(
  image: BookingImage,
  change: DatesChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const { arrival, departure } = change
  const wrong = firstOf(
    () => checkDates(arrival, departure),
    () => (arrival === image.arrival ? null : checkNotPast(arrival, facts)),
    () => (departure === image.departure ? null : checkNotPast(departure, facts)),
    // Who is in house has arrived: the day can't become another.
    () =>
      image.status === 'in-house' && arrival !== image.arrival
        ? refuse('NIGHT_IN_PAST', { night: image.arrival, businessDate: facts.businessDate })
        : null,
  )
  if (wrong) return wrong
  const { roomTypeId } = image
  const isNew = (night: BusinessDate) => !image.nights[night] && night >= facts.businessDate
  const unsold = nightsOf(arrival, departure).some(isNew) ? checkRoomType(roomTypeId, facts) : null
  if (unsold) return unsold
  const price = priceFor(image.chargedRoomTypeId, image.ratePlanId, facts)
  const newNight = newNightOf(image)
  const nights: Nights = {}
  for (const night of nightsOf(arrival, departure)) {
    const kept = image.nights[night]
    if (!kept) nights[night] = { ...newNight(night), rateMinor: price }
    else if (change.keepRates || night < facts.businessDate) nights[night] = kept
    else nights[night] = { ...kept, rateMinor: price }
  }
  return ok({ ...image, arrival, departure, nights })
}

function withRoomType(
  image: BookingImage,
  change: RoomTypeChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const { roomTypeId, keepCharge, roomId: given, from, until } = change
  if (from !== undefined && !image.nights[from]) return outside(from)
  const chargedRoomTypeId = keepCharge ? image.chargedRoomTypeId : roomTypeId
  const sameCharge = chargedRoomTypeId === image.chargedRoomTypeId
  if (sameCharge && roomTypeId === image.roomTypeId && given === undefined) return ok(image)
  const unknown = checkRoomType(roomTypeId, facts)
  if (unknown) return unknown
  const price = priceFor(until === undefined ? chargedRoomTypeId : roomTypeId, image.ratePlanId, facts)
  const isMeant = (date: string) =>
    (from === undefined || date >= from) && (until === undefined || date < until)
  // Before a planned move the type that is charged later says nothing of what these nights cost
  const keepsRate = until === undefined ? sameCharge : keepCharge
  const nights = mapNights(image, facts, (night, date) => {
    if (!isMeant(date)) return night
    // A room of another type can't stay assigned; one of this type (given before the booking followed) can.
    const room = night.roomId === null ? undefined : facts.rooms.get(night.roomId)
    const roomId = given ?? (room?.roomTypeId === roomTypeId ? night.roomId : null)
    // What was agreed holds for the type that is charged: only another one is priced again.
    return { roomTypeId, roomId, rateMinor: keepsRate ? night.rateMinor : price }
  })
  // The booking is of the type of its last nights: a longer stay goes on there
  const next =
    until === undefined ? { ...image, roomTypeId, chargedRoomTypeId, nights } : { ...image, nights }
  return checkPersons(next, facts) ?? ok(next)
}

function withRoom(
  image: BookingImage,
  change: RoomChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const dates = nightDates(image)
  const from = change.from ?? dates.find((night) => night >= facts.businessDate) ?? dates.at(-1)
  if (from === undefined || from < image.arrival || from >= image.departure) {
    return outside(from ?? image.arrival)
  }
  const { until } = change
  const nights: Nights = { ...image.nights }
  for (const night of dates) {
    const now = nights[night]
    if (!now || night < from) continue
    // A move to another type that is planned for a later night stays planned
    if ((until !== undefined && night >= until) || now.roomTypeId !== image.nights[from]?.roomTypeId) break
    nights[night] = { ...now, roomId: change.roomId }
  }
  if (change.roomId !== null && !facts.rooms.get(change.roomId)?.active) {
    return refuse('ROOM_UNKNOWN', { id: change.roomId })
  }
  return ok({ ...image, nights })
}

function withRate(
  image: BookingImage,
  change: RateChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const { ratePlanId } = change
  if (ratePlanId === undefined) return withRates(image, change.rates)
  const agencyId = change.agencyId ?? image.agencyId
  const companyId = change.companyId ?? image.companyId
  const wrong = firstOf(
    () => checkRatePlan(ratePlanId, facts),
    () => (agencyId === image.agencyId ? null : checkAccount(agencyId, 'agency', facts)),
    () => (companyId === image.companyId ? null : checkAccount(companyId, 'company', facts)),
    () =>
      ratePlanId === image.ratePlanId ? null : checkPlanAccount({ ratePlanId, agencyId, companyId }, facts),
  )
  if (wrong) return wrong
  const price = priceFor(image.chargedRoomTypeId, ratePlanId, facts)
  const nights = mapNights(image, facts, (night) => ({ ...night, rateMinor: price }))
  // The meal goes with the plan, unless the booking had one of its own.
  const before = image.ratePlanId === null ? undefined : facts.ratePlans.get(image.ratePlanId)
  const own = before !== undefined && before.meal !== image.meal
  const meal = own ? image.meal : (facts.ratePlans.get(ratePlanId)?.meal ?? image.meal)
  const [former, terms] = [before?.terms, facts.ratePlans.get(ratePlanId)?.terms]
  const segment = followPlan(image.segment, former?.segment, terms?.segment ?? null)
  const guarantee = followPlan(image.guarantee, former?.guarantee, terms?.guarantee ?? null)
  const next = { ...image, ratePlanId, agencyId, companyId, meal, segment, guarantee, nights }
  return withRates(next, change.rates)
}

function withRates(
  image: BookingImage,
  rates: readonly NightRate[],
): Result<BookingImage, 'NIGHT_OUTSIDE_STAY'> {
  const nights: Nights = { ...image.nights }
  for (const { night, rateMinor } of rates) {
    const now = nights[night]
    if (!now) return outside(night)
    nights[night] = { ...now, rateMinor }
  }
  return ok({ ...image, nights })
}

function withGuests(
  image: BookingImage,
  change: GuestsChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const guestId = change.guestId ?? image.guestId
  const bookerId = change.bookerId === undefined ? image.bookerId : change.bookerId
  const companions = change.companions ?? companionIds(image)
  const wrong = checkParty(guestId, bookerId, companions, facts)
  if (wrong) return wrong
  const { adults = image.adults, children = image.children, infants = image.infants } = change
  const named: BookingImage = { ...image, guestId, bookerId, companions: companionsOf(companions) }
  const isCounted = [change.adults, change.children, change.infants].some((count) => count !== undefined)
  const next = isCounted
    ? { ...named, adults, children, infants }
    : countNamed(named, stayingIds(image).length, stayingIds(named).length)
  // A source may have sent more persons than the type takes: that is no reason to refuse another booker.
  return (personsOf(next) > personsOf(image) ? checkPersons(next, facts) : null) ?? ok(next)
}

function withDetails(
  image: BookingImage,
  change: DetailsChange,
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const agencyId = change.agencyId === undefined ? image.agencyId : change.agencyId
  const companyId = change.companyId === undefined ? image.companyId : change.companyId
  const wrong = firstOf(
    () => (agencyId === image.agencyId ? null : checkAccount(agencyId, 'agency', facts)),
    () => (companyId === image.companyId ? null : checkAccount(companyId, 'company', facts)),
    () => checkNoCard('comment', change.comment ?? ''),
    // A source may have sent none: only what is taken off counts
    () =>
      checkPlanAccount(image, facts) ? null : checkPlanAccount({ ...image, agencyId, companyId }, facts),
  )
  if (wrong) return wrong
  return ok({
    ...image,
    agencyId,
    companyId,
    meal: change.meal ?? image.meal,
    segment: change.segment ?? image.segment,
    channel: change.channel ?? image.channel,
    guarantee: change.guarantee ?? image.guarantee,
    ...arrivalTerms(image, change),
    comment: change.comment ?? image.comment,
  })
}

/** A deposit that is not asked for is due on no day. */
function arrivalTerms(
  had: Pick<BookingImage, keyof ArrivalTerms>,
  change: ArrivalTerms,
): Pick<BookingImage, keyof ArrivalTerms> {
  const given = <T>(value: T | undefined, before: T) => (value === undefined ? before : value)
  const depositMinor = given(change.depositMinor, had.depositMinor)
  return {
    expectedTime: given(change.expectedTime, had.expectedTime),
    holdUntil: given(change.holdUntil, had.holdUntil),
    depositMinor,
    depositDueOn: depositMinor === null ? null : given(change.depositDueOn, had.depositDueOn),
  }
}

/** An enquiry or a place on the waiting list becomes a booking: its nights take inventory from now on. Or it waits for them. */
function confirmed(
  image: BookingImage,
  status: 'confirmed' | 'waitlisted',
  facts: BookingFacts,
): Result<BookingImage, ChangeCode> {
  const next: BookingImage = { ...image, status }
  return checkTakenAnew(next, facts) ?? ok(next)
}

/** All nights of a booking are newly taken: they lie ahead, of a type that is sold, in rooms that are let. */
function checkTakenAnew(next: BookingImage, facts: BookingFacts) {
  return firstOf(
    () => checkNotPast(next.arrival, facts),
    () => checkRoomType(next.roomTypeId, facts),
    () => checkRooms(null, next, facts),
  )
}

function cancelled(image: BookingImage, reason: string, facts: BookingFacts): BookingImage {
  return { ...image, status: 'cancelled', cancelledOn: facts.businessDate, cancelReason: reason }
}

/** A cancelled booking becomes what it was: a place on the waiting list is no booking that was confirmed. */
function reinstated(image: BookingImage, facts: BookingFacts): Result<BookingImage, ChangeCode> {
  const status = facts.cancelledFrom ?? 'confirmed'
  const next: BookingImage = { ...image, status, cancelledOn: null, cancelReason: null }
  return checkTakenAnew(next, facts) ?? ok(next)
}

/** Nights from the business date on, changed; what was slept stays. */
function mapNights(
  image: BookingImage,
  facts: BookingFacts,
  change: (night: NightImage, date: string) => NightImage,
) {
  const nights: Nights = {}
  for (const [night, now] of Object.entries(image.nights)) {
    nights[night] = night < facts.businessDate ? now : change(now, night)
  }
  return nights
}

/** What a night of a type costs by a plan that may be none; of a type that is not on file nothing. */
export function priceFor(typeId: RoomTypeId, planId: number | null, facts: BookingFacts): number {
  const type = facts.roomTypes.get(typeId)
  return type ? priceOf(facts.ratePlans.get(planId as never), type) : 0
}

function outside(night: BusinessDate): Refused<'NIGHT_OUTSIDE_STAY'> {
  return refuse('NIGHT_OUTSIDE_STAY', { night })
}
