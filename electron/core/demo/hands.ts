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

export type Closes = { openDay: (day: number) => void; finish: () => void }
