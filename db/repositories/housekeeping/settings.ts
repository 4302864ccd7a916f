import type { HousekeepingSettings } from '#shared/domain/housekeeping/settings.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import { flag } from '../../schema/flag.ts'
import { imageStore } from '../image-store.ts'

/** The one row of settings. */
export const storedHousekeepingSettings = imageStore(
  'housekeeping_settings',
  (row): HousekeepingSettings => ({
    departureState: row.departure_state as Housekeeping,
    stayOverState: row.stay_over_state as HousekeepingSettings['stayOverState'],
    reopenedState: row.reopened_state as HousekeepingSettings['reopenedState'],
    linenEvery: row.linen_every,
    inspectionNeeded: row.inspection_needed === 1,
    checkAfterDays: row.check_after_days,
    departureCredits: row.departure_credits,
    stayOverCredits: row.stay_over_credits,
    linenCredits: row.linen_credits,
    pickupCredits: row.pickup_credits,
    dayCredits: row.day_credits,
  }),
  (image) => ({
    departure_state: image.departureState,
    stay_over_state: image.stayOverState,
    reopened_state: image.reopenedState,
    linen_every: image.linenEvery,
    inspection_needed: flag(image.inspectionNeeded),
    check_after_days: image.checkAfterDays,
    departure_credits: image.departureCredits,
    stay_over_credits: image.stayOverCredits,
    linen_credits: image.linenCredits,
    pickup_credits: image.pickupCredits,
    day_credits: image.dayCredits,
  }),
)
