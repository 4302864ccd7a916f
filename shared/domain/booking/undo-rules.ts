/**
 * What an undo may not make of a booking. A command is planned; an undo puts fields back as they were, and what is
 * right field by field may be wrong as a whole, or for the day it is.
 */
import { type BusinessDate, type Refused, refuse } from '../../values/index.ts'
import { type Difference, type Plain, samePlain } from '../change/change.ts'
import { type BookingImage, companionIds, isEnded, isLive, type NightImage, personsOf } from './booking.ts'
import type { BookingFacts } from './facts.ts'
import { checkKeepsRoom, checkParty, checkPersons, checkRooms, firstOf } from './rules.ts'

/** What the day needs to know of a booking to say whether a change of it is history. */
export type BookingThen = Pick<BookingImage, 'status' | 'arrival'>

/**
 * Null, or why the booking can't be put from `before` to `after` (null: not there). `madeOn`: the business date of
 * the change that is taken back. Facts: of everything that `after` names.
 */
export function checkTakenBack(
  before: BookingImage | null,
  after: BookingImage | null,
  facts: BookingFacts,
  madeOn: BusinessDate,
) {
  const then = after ?? before
  const past = then && pastOf({ before, after }, before ?? then, madeOn, facts.businessDate)
  if (past || !after) return past
  if (isEnded(after.status)) return null
  return (
    firstOf(
      () => partyAgain(before, after, facts),
      () => personsAgain(before, after, facts),
      () => checkRooms(before && isLive(before.status) ? before : null, after, facts),
    ) ??
    arrivalKept(before, after) ??
    (checkKeepsRoom(before, after, facts.businessDate) ? refuse('STANDS_ON', { why: 'inHouse' }) : null) ??
    typeOfNights(before, after, facts)
  )
}

/**
 * Why a change is history: an ended stay stays as it is, and of an earlier business date nothing is taken back that
 * is before today. What was done today may be taken back today. Null: it is not.
 */
export function pastOf(
  change: Difference,
  booking: BookingThen,
  madeOn: BusinessDate,
  today: BusinessDate,
): Refused<'BOOKING_ENDED' | 'NIGHT_IN_PAST'> | null {
  const { before, after } = change
  const whole = !before || !after
  const status = whole || before.status !== after.status
  if (isEnded(booking.status) && !status) return refuse('BOOKING_ENDED', { status: booking.status })
  if (madeOn >= today) return null
  if (status && booking.arrival < today) return past(booking.arrival, today)
  const night = whole ? undefined : nightsTouched(before.nights, after.nights).find((one) => one < today)
  return night === undefined ? null : past(night, today)
}

/** Why a change of a wish for a stay is history: the stay has ended, and it was not made today. Null: it is not. */
export function wishPastOf(
  { status }: Pick<BookingImage, 'status'>,
  madeOn: BusinessDate,
  today: BusinessDate,
): Refused<'BOOKING_ENDED'> | null {
  return madeOn < today && isEnded(status) ? refuse('BOOKING_ENDED', { status }) : null
}

function past(night: string, businessDate: BusinessDate): Refused<'NIGHT_IN_PAST'> {
  return refuse('NIGHT_IN_PAST', { night, businessDate })
}

/** The nights that two images, or the two parts of a change, have otherwise. */
function nightsTouched(before: Plain | undefined, after: Plain | undefined): string[] {
  const from = (before ?? {}) as { [night: string]: Plain }
  const to = (after ?? {}) as { [night: string]: Plain }
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (night) => !samePlain(from[night] ?? null, to[night] ?? null),
  )
}

function partyAgain(before: BookingImage | null, after: BookingImage, facts: BookingFacts) {
  const names = (image: BookingImage) =>
    [image.guestId, image.bookerId, ...Object.keys(image.companions)].join()
  if (before && names(before) === names(after)) return null
  return checkParty(after.guestId, after.bookerId, companionIds(after), facts)
}

/** A source may have sent more persons than the type takes: only who is added to them, or a smaller room, counts. */
function personsAgain(before: BookingImage | null, after: BookingImage, facts: BookingFacts) {
  const fuller = !before || personsOf(after) > personsOf(before) || after.roomTypeId !== before.roomTypeId
  return fuller ? checkPersons(after, facts) : null
}

/** Who is in house has arrived: no undo gives the stay another first day. */
function arrivalKept(before: BookingImage | null, after: BookingImage): Refused<'STANDS_ON'> | null {
  if (after.status !== 'in-house' || !before || before.arrival === after.arrival) return null
  return refuse('STANDS_ON', { why: 'inHouse' })
}

/**
 * The first night to come in another room than the night before it, where both were in the same room: only the earlier one
 * is put back. Null: there is none.
 */
export function tornNight(before: BookingImage, after: BookingImage, today: BusinessDate): string | null {
  const nights = Object.keys(after.nights)
    .filter((night) => night >= today)
    .sort()
  const same = ({ nights: of }: BookingImage, a: string, b: string) => of[a]?.roomId === of[b]?.roomId
  const torn = nights.find((night, at) => {
    const last = nights[at - 1]
    return last !== undefined && same(before, last, night) && !same(after, last, night)
  })
  return torn ?? null
}

/** Whether a change gave a booking a night that it had not. */
export function addsNight(change: Difference | null, night: string): boolean {
  const of = (part: Difference['before']) => ((part?.nights ?? {}) as { [night: string]: Plain })[night]
  return !!change?.before && !of(change.before) && !!of(change.after)
}

/** Nights to come are of the booking’s own type, or no room could be given to the whole stay. */
function typeOfNights(
  before: BookingImage | null,
  after: BookingImage,
  facts: BookingFacts,
): Refused<'STANDS_ON'> | null {
  const other = (image: BookingImage, night: NightImage) => night.roomTypeId !== image.roomTypeId
  const torn = Object.entries(after.nights).some(([night, now]) => {
    const was = before?.nights[night]
    if (night < facts.businessDate || !other(after, now)) return false
    return !before || !was || !other(before, was)
  })
  return torn ? refuse('STANDS_ON', { why: 'nights' }) : null
}
