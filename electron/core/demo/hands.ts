/** Who sees to what in a demo hotel beside its bookings and its money: hung on the course of stays, day by day. */
import type { Writer } from '#db/handles.ts'
import type { RegistrationEvent } from '#shared/domain/registration/fields.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Author, When } from './diary.ts'
import type { Stay } from './stay.ts'

/** Something that was done with a stay; `command`: the first row of it in the log. */
export type StayAct = { stay: Stay; when: When; author: Author; operation: string; command: number }

export type Services = {
  /** Puts down what is done for the house on a day. */
  openDay: (day: number) => void
  /** The guest got the room: what the check-in itself notes. */
  checkedIn: (act: StayAct) => void
  arrived: (stay: Stay, when: When) => void
  left: (stay: Stay, when: When) => void
  finish: () => void
}

export type Registrar = {
  openDay: (day: number) => void
  /** The desk looks at documents and asks for details, before the guests are checked in. */
  expects: (stay: Stay, when: When, author: Author) => void
  /** Somebody who stays along has come later than the guest, or leaves before. */
  joined: (stay: Stay, guest: GuestId, when: When, author: Author) => void
  parted: (guest: GuestId, act: StayAct) => void
  happened: (event: RegistrationEvent, act: StayAct) => void
  finish: () => void
  /** Puts what was taken over from documents into the profiles; with the store's indexes. */
  finishGuests: (tx: Writer) => Promise<void>
}

export type Rounds = {
  openDay: (day: number) => void
  /** A guest is about to get a room that is not ready: it is seen to at once. */
  readies: (room: number, when: When, author: Author) => void
  /** The close leaves rooms as the night does. */
  night: (when: When) => void
  finish: () => void
}

/** Whom the guest of the booking is to a minor: `alone` is one whom nobody older brought. */
export type Kin = 'parent' | 'relative' | 'alone'
export type SheetTruth = { booking: number; guest: GuestId; kin: Kin }
/** A child beside those who were booked, or one in place of an adult. */
export type Brings = 'more' | 'instead' | null

export type Minors = {
  /** Guests who are children: their ids are the last ones. */
  readonly count: number
  /** Of the guests whom the hotel is to have, kept for children by a day. */
  heldBy: (day: number) => number
  readonly sheets: SheetTruth[]
  /** The children who come along with a stay, and whether one is not counted as a child yet. */
  comingWith: (stay: Stay, when: When, author: Author) => { ids: GuestId[]; brings: Brings }
}

export type Closes = { openDay: (day: number) => void; finish: () => void }
