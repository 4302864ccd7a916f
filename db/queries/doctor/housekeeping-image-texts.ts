import { flag, type Kind, object } from './image-kind.ts'

/** What housekeeping keeps of rooms. */
export const housekeepingKinds: readonly Kind[] = [
  {
    entity: 'closure',
    table: 'closures',
    text: object({
      roomId: 'room_id',
      kind: 'kind',
      from: 'from_night',
      to: 'to_night',
      madeAt: 'made_at',
      madeBy: 'made_by',
      reason: 'reason',
    }),
  },
  {
    entity: 'housekeeping-setting',
    table: 'housekeeping_settings',
    text: object({
      departureState: 'departure_state',
      stayOverState: 'stay_over_state',
      reopenedState: 'reopened_state',
      linenEvery: 'linen_every',
      inspectionNeeded: flag('inspection_needed'),
      checkAfterDays: 'check_after_days',
      departureCredits: 'departure_credits',
      stayOverCredits: 'stay_over_credits',
      linenCredits: 'linen_credits',
      pickupCredits: 'pickup_credits',
      dayCredits: 'day_credits',
    }),
  },
]
