/** Changes of a booking as data, and the codes that its rules answer. The contract's shape of a change fits it. */
import type { AccountId, BusinessDate, GuestId, RatePlanId, RoomId, RoomTypeId } from '../../values/index.ts'
import type { DraftStatus } from './booking.ts'

export type NightRate = { night: BusinessDate; rateMinor: number }

export type DatesChange = { arrival: BusinessDate; departure: BusinessDate; keepRates: boolean }
/** The nights that a change of the room is of: from the business date on without `from`; up to a planned move with `until`. */
type Span = { from?: BusinessDate | undefined; until?: BusinessDate | undefined }
/** `roomId`: the room of the new type; who is in house is never without one. */
export type RoomTypeChange = {
  roomTypeId: RoomTypeId
  keepCharge: boolean
  roomId?: RoomId | undefined
} & Span
export type RoomChange = { roomId: RoomId | null } & Span
export type RateChange = {
  ratePlanId?: RatePlanId | undefined
  rates: readonly NightRate[]
  /** The account that the plan needs and the booking lacks. */
  agencyId?: AccountId | undefined
  companyId?: AccountId | undefined
}
export type GuestsChange = {
  guestId?: GuestId | undefined
  bookerId?: GuestId | null | undefined
  companions?: readonly GuestId[] | undefined
  adults?: number | undefined
  children?: number | undefined
  infants?: number | undefined
}
export type DetailsChange = {
  meal?: string | undefined
  segment?: string | undefined
  channel?: string | undefined
  guarantee?: string | undefined
  agencyId?: AccountId | null | undefined
  companyId?: AccountId | null | undefined
  comment?: string | undefined
} & ArrivalTerms

/** When the guest comes, how long the room is held, what was asked for before. */
export type ArrivalTerms = {
  expectedTime?: string | null | undefined
  holdUntil?: string | null | undefined
  depositMinor?: number | null | undefined
  depositDueOn?: BusinessDate | null | undefined
}

export type BookingChange =
  | ({ kind: 'dates' } & DatesChange)
  | ({ kind: 'room-type' } & RoomTypeChange)
  | ({ kind: 'room' } & RoomChange)
  | ({ kind: 'rate' } & RateChange)
  | ({ kind: 'guests' } & GuestsChange)
  | ({ kind: 'details' } & DetailsChange)
  /** `status`: to the waiting list instead, where its nights are not to be had. */
  | { kind: 'confirm'; status?: 'waitlisted' | undefined }
  | { kind: 'cancel'; reason?: string }
  | { kind: 'reinstate' }

export type BookingChangeKind = BookingChange['kind']

/** Hours of day use as they are asked for; what no price is named for costs what the hotel's rule says. */
export type HoursDraft = {
  from: string
  to: string
  priceMinor?: number | undefined
  overtimeMinor?: number | undefined
}

/** What a new booking is made of. */
export type BookingDraft = {
  guestId: GuestId
  bookerId: GuestId | null
  companions: readonly GuestId[]
  arrival: BusinessDate
  departure: BusinessDate
  roomTypeId: RoomTypeId
  roomId: RoomId | null
  ratePlanId: RatePlanId
  rates: readonly NightRate[]
  adults: number
  children: number
  infants: number
  /** The plan's own when absent. */
  meal?: string | undefined
  /** These and the accounts are the plan's own when absent; an account that is null is none. */
  segment?: string | undefined
  channel?: string | undefined
  guarantee?: string | undefined
  agencyId?: AccountId | null | undefined
  companyId?: AccountId | null | undefined
  status: DraftStatus
  comment: string
  /** The agency whose confirmation it was made from, and its number there; either may be empty. */
  source?: { agency: string; confirmationNo: string } | null | undefined
  /** From when to when it has its room, where no night is slept. */
  dayUse?: HoursDraft | null | undefined
} & ArrivalTerms

/** What every rule of a stay may answer. */
export const stayCodes = [
  'DEPARTURE_BEFORE_ARRIVAL',
  'STAY_TOO_LONG',
  'NIGHT_IN_PAST',
  'NIGHT_OUTSIDE_STAY',
  'ROOM_OUT_OF_SERVICE',
  'ROOM_WRONG_TYPE',
  'TOO_MANY_PERSONS',
  'ROOM_UNKNOWN',
  'ROOM_TYPE_UNKNOWN',
  'RATE_PLAN_UNKNOWN',
  'GUEST_UNKNOWN',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_NEEDED',
  'GUEST_TWICE',
  'CARD_NUMBER',
] as const
export type StayCode = (typeof stayCodes)[number]
/** What hours may be refused with beside. */
export const hoursCodes = ['HOURS_REVERSED', 'NOT_DAY_USE'] as const
export type HoursCode = (typeof hoursCodes)[number]
export type ChangeCode =
  | StayCode
  | 'BOOKING_ENDED'
  | 'BOOKING_IN_HOUSE'
  | 'NOT_CANCELLED'
  | 'ALREADY_CONFIRMED'
  | 'ROOM_NEEDED'
