/**
 * All bookings of a hotel as columns, for facts and models: three million bookings take some 130 MB here and ten times
 * as much as objects. Days are day numbers (toDayNumber); `NONE` stands for no day, no account and nobody. A code is
 * a place in the column's list of words, whose word 0 is the empty one.
 */
export const NONE = -1

export type GuestColumns = {
  id: Int32Array
  /** The day the profile was made, by the moment's date. An import makes it after the stays it brings. */
  createdOn: Int32Array
  /** Protected traits, as they are on file now: models take them only when a manager says so. */
  birthDate: Int32Array
  nationality: Uint16Array
  gender: Uint16Array
  language: Uint16Array
  /** 1: left out of every automated judgement. */
  excluded: Uint8Array
}

/** Sorted by guest, then arrival, then departure; the bookings of guest `g` are those from `from[g]` to `from[g + 1]`. */
export type BookingColumns = {
  status: Uint8Array
  arrival: Int32Array
  departure: Int32Array
  createdOn: Int32Array
  /** The day of the cancellation; NONE for what was not cancelled, or where a source did not say. */
  cancelledOn: Int32Array
  /** Room revenue of all its nights in minor units. */
  total: Float64Array
  /** Total revenue without tax as posted up to its departure, in minor units; room revenue as booked where no night was posted. */
  revenue: Float64Array
  /** Of it what is not of the room. */
  other: Float64Array
  /** 1: the ledger has its nights. */
  byLedger: Uint8Array
  adults: Uint8Array
  children: Uint8Array
  segment: Uint16Array
  channel: Uint16Array
  roomType: Uint16Array
  ratePlan: Uint16Array
  meal: Uint16Array
  /** 0: complimentary or house use, given and not sold (isSold). */
  sold: Uint8Array
  /** 1: sleeps in another type than is charged. */
  upgraded: Uint8Array
  /** The account's id. */
  company: Int32Array
}

/** A column each: NONE and 0 for a stay without a wait, or without a mark. */
export type FeltColumns = {
  /** The day of the check-in that ended the wait. */
  waitedOn: Int32Array
  /** From the arrival at the desk to the check-in. */
  minutes: Int32Array
  markedOn: Int32Array
  /** 1 (bad) to 5. */
  mark: Uint8Array
}

/** What several rows of one owner have: those of owner `i` are from `from[i]` to `from[i + 1]`. */
export type Owned<T> = { from: Int32Array } & T

export type History = {
  guests: GuestColumns
  from: Int32Array
  bookings: BookingColumns
  /** By booking: what was asked for, when, and on which day it was declined (NONE: it was not). */
  requests: Owned<{ kind: Uint16Array; createdOn: Int32Array; declinedOn: Int32Array }>
  /** By guest: stays that began with a wait for the room, or ended with a mark. */
  felt: Owned<FeltColumns>
  /** By booking: revenue that was posted after its departure, by business date. */
  later: Owned<{ on: Int32Array; total: Float64Array; other: Float64Array }>
  /** By guest: `group:value`, and when it was noted. */
  preferences: Owned<{ preference: Uint16Array; notedOn: Int32Array }>
  /** By guest, over all memberships: the tier from that day on. */
  tiers: Owned<{ tier: Uint16Array; since: Int32Array }>
  words: HistoryWords
  /** Guests who came with an import without a name, and their bookings: left out of what is said of persons. */
  unnamed: { guests: number; bookings: number }
  /** The last change of the log that is in it. */
  seq: number
}

export const historyWords = [
  'nationality',
  'gender',
  'language',
  'segment',
  'channel',
  'roomType',
  'ratePlan',
  'meal',
  'request',
  'preference',
  'tier',
] as const
export type HistoryWords = Record<(typeof historyWords)[number], string[]>
