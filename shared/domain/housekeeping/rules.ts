/** How a room's state changes by itself, and what a state is good for. */
import { type BusinessDate, nightsBetween } from '../../values/index.ts'
import type { Housekeeping } from '../room/room.ts'
import type { HousekeepingSettings } from './settings.ts'

/** What happens to a room. A move says what the old room is left in: somebody may have sat in it for ten minutes. */
export type RoomEvent =
  | { kind: 'departure' }
  | { kind: 'move'; leaves: Housekeeping }
  | { kind: 'night' }
  | { kind: 'reopened' }

type Rules = Pick<HousekeepingSettings, 'departureState' | 'stayOverState' | 'reopenedState'>

/** The state that an event leaves a room in. A night makes nothing better: a dirty room stays dirty where nights leave pickup. */
export function stateAfter(state: Housekeeping, event: RoomEvent, rules: Rules): Housekeeping {
  switch (event.kind) {
    case 'departure':
      return rules.departureState
    case 'move':
      return event.leaves
    case 'reopened':
      return rules.reopenedState
    case 'night':
      return worse(state, rules.stayOverState)
  }
}

const BADNESS: Readonly<Record<Housekeeping, number>> = { inspected: 0, clean: 0, pickup: 1, dirty: 2 }

function worse(state: Housekeeping, other: Housekeeping): Housekeeping {
  return BADNESS[other] > BADNESS[state] ? other : state
}

/** Whether a guest may be given the room now. */
export function isReady(
  state: Housekeeping,
  { inspectionNeeded }: Pick<HousekeepingSettings, 'inspectionNeeded'>,
): boolean {
  return state === 'inspected' || (state === 'clean' && !inspectionNeeded)
}

/** Whether a guest who stays on gets fresh linen on this day: after every so many nights, not on the day of departure. */
export function isLinenDue(
  stay: { arrival: BusinessDate; departure: BusinessDate },
  date: BusinessDate,
  linenEvery: number,
): boolean {
  const nights = nightsBetween(stay.arrival, date)
  return linenEvery > 0 && nights > 0 && date < stay.departure && nights % linenEvery === 0
}
