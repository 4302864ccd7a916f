import type { BookingId, GuestId } from '#shared/values/index.ts'
import type { Author, When } from '../diary.ts'
import type { Stay } from '../stay.ts'

/** Who shares the room of a booking, and the weights of the guest's and of the sharer's part of its rate. */
export type SharerTruth = { booking: BookingId; guest: GuestId; parts: readonly [number, number] }

/** What came of chance, for tests: fees that were waived, who left without paying, and who pays a part of a rate. */
export type MoneyHappened = { waived: BookingId[]; skipped: BookingId[]; sharers: SharerTruth[] }

/** What the audit of a night posted. */
export type PostedNight = { nights: number; roomMinor: number }

export type Money = {
  happened: MoneyHappened
  /** Puts down what is done with money on a day: sales, the ends of shifts, the audit. */
  openDay: (day: number) => void
  booked: (stay: Stay, made: When) => void
  arrived: (stay: Stay, when: When, author: Author) => void
  leaves: (stay: Stay, when: When, author: Author) => void
  /** A booking is in the store and nothing changes it any more. */
  ended: (stay: Stay, when: When) => void
  /** Guests who are in the house when the books begin. */
  takeOver: () => void
  /** Of the night that was posted last. */
  nightOf: (day: number) => PostedNight
  closeDay: (day: number) => void
  finish: () => void
}
