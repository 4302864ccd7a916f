/** What a hotel sets about the states of its rooms: what changes them by itself, when linen is due, what work counts. */
import type { Housekeeping } from '../room/room.ts'

/** What a night in the room may leave it in; `clean` leaves it as it was. */
export const stayOverStates = ['dirty', 'pickup', 'clean'] as const
/** What a room may come back in when it is opened again. */
export const reopenedStates = ['dirty', 'pickup', 'clean'] as const

export type HousekeepingSettings = {
  /** What a departure leaves the room in. */
  departureState: Housekeeping
  /** What a night leaves the room of a guest who stays on in. */
  stayOverState: (typeof stayOverStates)[number]
  /** What a room that was out of order or out of service comes back in. */
  reopenedState: (typeof reopenedStates)[number]
  /** Linen is changed after every so many nights of a stay; 0: on departure alone. */
  linenEvery: number
  /** A room is ready for an arrival only once it was inspected. */
  inspectionNeeded: boolean
  /** After so many days on which nobody was let in, somebody looks whether the guest is well; 0: never. */
  checkAfterDays: number
  /** What the work in a room counts. */
  departureCredits: number
  stayOverCredits: number
  /** On top of a stay-over's, on a day with fresh linen. */
  linenCredits: number
  pickupCredits: number
  /** What an attendant does in a day. */
  dayCredits: number
}

/** As a hotel has them that has changed none. */
export const usualSettings: HousekeepingSettings = {
  departureState: 'dirty',
  stayOverState: 'dirty',
  reopenedState: 'dirty',
  linenEvery: 3,
  inspectionNeeded: false,
  checkAfterDays: 2,
  departureCredits: 40,
  stayOverCredits: 20,
  linenCredits: 10,
  pickupCredits: 10,
  dayCredits: 480,
}
