/** What tells a store, and a copy of it, from others: read from the file itself. */
export type StoreFacts = {
  /** The hash of its first change, which no other store has; empty before the first. */
  store: string
  hotelName: string
  timeZone: string
  businessDate: string
  /** The number of its newest migration. */
  format: number
  guests: number
  bookings: number
  changes: number
  /** Sequence, hash and moment of its newest change. */
  lastChange: { seq: number; hash: string; moment: string }
}

/** Changes that are in a store and not in a copy of it: what restoring that copy would lose. */
export type LostWork = {
  changes: number
  /** Moments of the first and the last of them; null when there are none. */
  first: string | null
  last: string | null
  operations: { operation: string; changes: number }[]
  /** The first of them, at most `namedLosses`. */
  rows: { seq: number; moment: string; actor: string; operation: string }[]
}

export const namedLosses = 20
