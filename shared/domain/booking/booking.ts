/**
 * A booking: one room for one stay of [arrival, departure). Its image holds its room-nights by date, so that a
 * change log row reads “the night of 3 March: from 500.00 to 450.00”.
 */
import {
  type AccountId,
  type BookingId,
  type BusinessDate,
  type GuestId,
  type ImportBatchId,
  nightsOf,
  type RatePlanId,
  type RoomId,
  type RoomTypeId,
  sumMoney,
} from '../../values/index.ts'

export const bookingStatuses = [
  'enquiry',
  'waitlisted',
  'confirmed',
  'in-house',
  'checked-out',
  'cancelled',
  'no-show',
] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** What a new booking may be; the rest comes of what is done with it. */
export const draftStatuses = [
  'enquiry',
  'waitlisted',
  'confirmed',
] as const satisfies readonly BookingStatus[]
export type DraftStatus = (typeof draftStatuses)[number]

/** What somebody is in a booking. */
export const bookingRoles = ['guest', 'booker', 'companion'] as const
export type BookingRole = (typeof bookingRoles)[number]

/** The lists of a day: who comes, who stays, who goes, and what was booked on it. */
export const dayViews = ['due-in', 'in-house', 'due-out', 'created'] as const
export type DayView = (typeof dayViews)[number]

/** The longest stay that is taken in one booking. */
export const maxNights = 400

/** A room-night: the type slept in (it takes inventory), the room once assigned, the rate in minor units. */
export type NightImage = { roomTypeId: RoomTypeId; roomId: RoomId | null; rateMinor: number }

export type BookingImage = {
  confirmationNo: string
  status: BookingStatus
  arrival: BusinessDate
  departure: BusinessDate
  guestId: GuestId
  bookerId: GuestId | null
  agencyId: AccountId | null
  companyId: AccountId | null
  /** The type the guest gets; what is charged differs after an upgrade. */
  roomTypeId: RoomTypeId
  chargedRoomTypeId: RoomTypeId
  ratePlanId: RatePlanId | null
  adults: number
  children: number
  infants: number
  meal: string
  segment: string
  channel: string
  guarantee: string
  /** When the guest expects to come, HH:MM on the day of arrival. */
  expectedTime: string | null
  /** Until when it is held without a guarantee, HH:MM: see hold.ts. */
  holdUntil: string | null
  /** A deposit that was asked for, in minor units, and the day by which. */
  depositMinor: number | null
  depositDueOn: BusinessDate | null
  comment: string
  createdOn: BusinessDate
  cancelledOn: BusinessDate | null
  cancelReason: string | null
  /** Facts that the source of an import gave, kept as they were. */
  source: { [key: string]: string | number | null } | null
  importBatchId: ImportBatchId | null
  /** By date; exactly the nights of [arrival, departure). */
  nights: { [night: string]: NightImage }
  /** By guest id. */
  companions: { [guestId: string]: true }
}

/** Seen by guests and sources: 10000001 for the first booking. */
export function confirmationNoOf(id: BookingId | number): string {
  return String(10_000_000 + id)
}

/** Whether its nights take inventory: enquiries and the waiting list do not, cancelled nights no more. */
export function isLive(status: BookingStatus): boolean {
  return status === 'confirmed' || status === 'in-house' || status === 'checked-out'
}

/** Cancelled, checked out or not come: nothing about the stay changes any more. */
export function isEnded(status: BookingStatus): boolean {
  return status === 'cancelled' || status === 'checked-out' || status === 'no-show'
}

/** Cancelled or not come: nobody comes for it, and what was wished for the stay is nobody’s work any more. */
export function isCalledOff(status: BookingStatus): boolean {
  return status === 'cancelled' || status === 'no-show'
}

/** Not arrived yet and not cancelled. */
export function isAwaited(status: BookingStatus): boolean {
  return status === 'confirmed' || status === 'enquiry' || status === 'waitlisted'
}

/** The dates of its nights, in order; none for day use. */
export function nightDates(image: Pick<BookingImage, 'arrival' | 'departure'>): BusinessDate[] {
  return nightsOf(image.arrival, image.departure)
}

/** The room of a day: of its night, on the day of departure of the last one, before arrival of the first; null without one. */
export function roomOnDay({ nights }: Pick<BookingImage, 'nights'>, day: BusinessDate): RoomId | null {
  const dates = Object.keys(nights).sort()
  const night = dates.findLast((one) => one <= day) ?? dates[0]
  return night === undefined ? null : (nights[night]?.roomId ?? null)
}

/** The guests who stay along, by id. */
export function companionIds({ companions }: Pick<BookingImage, 'companions'>): GuestId[] {
  return Object.keys(companions).map((id) => Number(id) as GuestId)
}

/** Those guests as a booking keeps them. */
export function companionsOf(ids: readonly number[]): BookingImage['companions'] {
  return Object.fromEntries(ids.map((id) => [String(id), true as const]))
}

/** Everybody who is to sleep in the room, the guest first. */
export function stayingIds(image: Pick<BookingImage, 'guestId' | 'companions'>): GuestId[] {
  return [image.guestId, ...companionIds(image).filter((id) => id !== image.guestId)]
}

/** Sum of the nights' rates, minor units. */
export function totalOf(nights: BookingImage['nights']): number {
  return sumMoney(Object.values(nights).map((night) => night.rateMinor))
}

/**
 * Persons that count against what a room type takes: adults and children, or those who are named, because anyone who is
 * named sleeps there, also when fewer are counted. Infants sleep in a crib.
 */
export function personsOf(image: Pick<BookingImage, 'adults' | 'children' | 'companions'>): number {
  return Math.max(image.adults + image.children, 1 + Object.keys(image.companions).length)
}

type Counts = Pick<BookingImage, 'adults' | 'children' | 'infants'>

/**
 * The persons counted when other guests are named: who joins beyond the number is one adult more, because meals, taxes and heads
 * go by the number. Who is taken out leaves it: somebody not yet named may come.
 */
export function countNamed<C extends Counts>(counts: C, namedBefore: number, named: number): C {
  const lacking = named - (counts.adults + counts.children + counts.infants)
  return named > namedBefore && lacking > 0 ? { ...counts, adults: counts.adults + lacking } : counts
}

export type DerivedState = 'due-in' | 'late' | 'due-out' | 'overdue' | 'stay-over' | 'day-use'

/** What a booking is today: never stored, because the night audit moves the business date and touches no booking. */
export function derivedStates(
  image: Pick<BookingImage, 'status' | 'arrival' | 'departure'>,
  today: BusinessDate,
): DerivedState[] {
  const states: DerivedState[] = []
  if (image.status === 'confirmed' && image.arrival === today) states.push('due-in')
  if (image.status === 'confirmed' && image.arrival < today) states.push('late')
  if (image.status === 'in-house') {
    if (image.departure === today) states.push('due-out')
    else states.push(image.departure < today ? 'overdue' : 'stay-over')
  }
  if (image.arrival === image.departure) states.push('day-use')
  return states
}
